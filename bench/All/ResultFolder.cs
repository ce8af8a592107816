namespace OrleansMixi.All;

/// <summary>Where results are kept: lines as they came, one for each bench, beside what is made from them.</summary>
internal sealed class ResultFolder(string root, string date)
{
    private string Lines => Path.Combine(Folder, $"{date}.jsonl");

    private string Folder => Path.Combine(root, "bench", "results");

    public string Date => date;

    public string Readme => Path.Combine(root, "README.md");

    /// <summary>The folder of the project that this program was built from.</summary>
    public static ResultFolder Of(string date)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OrleansMixi.sln")))
            {
                return new(folder.FullName, date);
            }
        }

        throw new InvalidOperationException("There is no OrleansMixi.sln above this program: results are written into the project.");
    }

    /// <summary>Keeps a bench's newest line.</summary>
    public void Keep(string name, string line)
    {
        Directory.CreateDirectory(Folder);
        var others = Read().Where(known => known.Bench.Name != name).Select(known => known.Line);
        File.WriteAllLines(Lines, [.. others, line]);
    }

    /// <summary>All lines of the day, in the order in which benches are to be read.</summary>
    public IReadOnlyList<BenchLine> Benches() =>
        [.. Read().Select(known => known.Bench).OrderBy(bench => Array.IndexOf(AllRun.Names, bench.Name))];

    /// <summary>Writes a file beside the lines.</summary>
    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    private List<(BenchLine Bench, string Line)> Read() => File.Exists(Lines)
        ? [.. File.ReadAllLines(Lines).Select(line => (Bench: BenchLine.Read(line)!, line)).Where(known => known.Bench is not null)]
        : [];
}
