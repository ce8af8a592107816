namespace OrleansMixi.Town;

/// <summary>Decides who does what next, and notes what became of it. Drawn from one thread.</summary>
internal sealed class TownScript(TownGraph graph, TownPeople people, TownBooks books)
{
    private const int Recent = 400;
    private readonly Random _random = new(7);
    private readonly List<TownPost> _posts = [.. people.Posts.OrderBy(post => post.Id, StringComparer.Ordinal)];
    private readonly IReadOnlyList<(string Id, int One, int Other)> _conversations = people.Conversations;

    /// <summary>A request of a kind by lot.</summary>
    public TownRequest Any(long due) => Of(TownMix.Draw(_random), due);

    /// <summary>A request that reads, by lot.</summary>
    public TownRequest Reading(long due)
    {
        TownKind kind;
        do
        {
            kind = TownMix.Draw(_random);
        }
        while (kind >= TownKind.Reaction);
        return Of(kind, due);
    }

    /// <summary>A request of a kind.</summary>
    public TownRequest Of(TownKind kind, long due)
    {
        var member = TownGraph.Uneven(_random, graph.Members);
        return kind switch
        {
            TownKind.Home => Page(kind, due, member, "/"),
            TownKind.Feed => Page(kind, due, member, $"/community/{TownPeople.Slug(Pick(graph.CommunitiesOf(member)))}"),
            TownKind.Thread => Page(kind, due, member, $"/post/{Post().Id}"),
            TownKind.Notifications => Page(kind, due, member, "/notifications"),
            TownKind.Profile => Visit(due, member),
            TownKind.Reaction => Reaction(due, member, Post().Id, "iine"),
            TownKind.Comment => Comment(due, member),
            TownKind.Message => Message(due),
            _ => Write(due, member),
        };
    }

    /// <summary>A reaction to a post.</summary>
    public TownRequest Reaction(long due, int member, string post, string reaction) => new(
        TownKind.Reaction, due, member, "PUT", $"/api/posts/{post}/reactions/{reaction}", null, answer => books.Reactions.Note((post, member, reaction), answer is not null));

    /// <summary>A post, of which is told when it is there.</summary>
    public TownRequest Write(long due, int member, Action<TownPost>? then = null)
    {
        var community = then is null && _random.Next(5) == 0 ? Pick(graph.CommunitiesOf(member)) : -1;
        var topic = TownPeople.Topic(member, community);
        var (number, text) = books.Text();
        books.Begin(number, new("", member, community), due);
        return new(TownKind.Post, due, member, "POST", "/api/posts", $$"""{"text":"{{text}}","topic":"{{topic}}"}""", answer =>
        {
            books.Posts.Note((topic, number), answer is not null);
            if (answer is { } made)
            {
                var post = new TownPost(made.Id, member, community);
                lock (_posts)
                {
                    _posts.Add(post);
                }

                then?.Invoke(post);
            }
        });
    }

    private TownRequest Comment(long due, int member)
    {
        // In a community only members comment.
        TownPost post;
        do
        {
            post = Post();
        }
        while (post.Community >= 0 && !graph.CommunitiesOf(member).Contains(post.Community));

        var (number, text) = books.Text();
        return new(
            TownKind.Comment, due, member, "POST", "/api/posts", $$"""{"text":"{{text}}","replyTo":"{{post.Id}}"}""", answer => books.Comments.Note((post.Id, number), answer is not null));
    }

    private TownRequest Message(long due)
    {
        var conversation = _conversations[_random.Next(_conversations.Count)];
        var (number, text) = books.Text();
        return new(
            TownKind.Message, due, _random.Next(2) == 0 ? conversation.One : conversation.Other, "POST", $"/api/messages/{conversation.Id}/messages", $$"""{"text":"{{text}}"}""",
            answer => books.Messages.Note((conversation.Id, number), answer is not null));
    }

    private TownRequest Visit(long due, int member)
    {
        var visited = Pick(graph.Friends(member));
        return new(TownKind.Profile, due, member, "GET", $"/user/{TownPeople.Handle(visited)}", null, answer => books.Footprints.Note((visited, member), answer is not null));
    }

    private static TownRequest Page(TownKind kind, long due, int member, string path) => new(kind, due, member, "GET", path, null, _ => { });

    /// <summary>A post by lot; new ones come more often.</summary>
    private TownPost Post()
    {
        lock (_posts)
        {
            return _posts[^(1 + TownGraph.Uneven(_random, Math.Min(Recent, _posts.Count)))];
        }
    }

    private int Pick(IReadOnlySet<int> some) => some.ElementAt(_random.Next(some.Count));
}
