namespace OrleansMixi.Push;

/// <summary>Who follows whom: every reader a few of the authors, all as likely. Author 0 has no followers; its topic is the one that all watch.</summary>
internal sealed class PushGraph
{
    private const int Seed = 11;
    private readonly bool[] _follows;

    public PushGraph(int readers, int authors, int follows)
    {
        (Readers, Authors, Follows) = (readers, authors, follows);
        _follows = new bool[readers * (authors + 1)];
        var random = new Random(Seed);
        var drawn = Enumerable.Range(1, authors).ToArray();
        for (var reader = 0; reader < readers; reader++)
        {
            random.Shuffle(drawn);
            foreach (var author in drawn.AsSpan(0, follows))
            {
                _follows[(reader * (authors + 1)) + author] = true;
            }
        }
    }

    public int Readers { get; }

    /// <summary>Authors with followers, from 1.</summary>
    public int Authors { get; }

    /// <summary>How many of them a reader follows.</summary>
    public int Follows { get; }

    /// <summary>Whether an author's posts come to a reader.</summary>
    public bool Reaches(int author, int reader) => author == 0 || _follows[(reader * (Authors + 1)) + author];

    /// <summary>The authors that a reader follows.</summary>
    public IEnumerable<int> Followed(int reader) => Enumerable.Range(1, Authors).Where(author => Reaches(author, reader));

    /// <summary>Which of the first so many readers an author's posts come to.</summary>
    public int Audience(int author, int connections) => Enumerable.Range(0, connections).Count(reader => Reaches(author, reader));

    /// <summary>The handle of an author.</summary>
    public static string Author(int author) => $"push-author-{author}";

    /// <summary>The topic of an author.</summary>
    public static string Topic(int author) => $"user:{Author(author)}";

    /// <summary>The handle of a reader.</summary>
    public static string Reader(int reader) => $"push-reader-{reader}";
}
