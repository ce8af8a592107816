using OrleansMixi.Hosting;

namespace OrleansMixi.Archive;

/// <summary>Two towns that know nothing of each other, each on an SQLite file of its own, and a blog outside of both.</summary>
public sealed class ArchiveTowns : IAsyncLifetime
{
    private readonly TempDatabase _one = new();
    private readonly TempDatabase _other = new();
    private int _members;

    internal OutsideBlog Blog { get; private set; } = null!;

    internal TownProcess One { get; private set; } = null!;

    internal TownProcess Other { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Blog = await OutsideBlog.Start();
        One = await Start(_one.ConnectionString, Blog);
        Other = await Start(_other.ConnectionString, Blog);
    }

    public async ValueTask DisposeAsync()
    {
        await One.DisposeAsync();
        await Other.DisposeAsync();
        await Blog.DisposeAsync();
        _one.Dispose();
        _other.Dispose();
    }

    /// <summary>Options that make archives quick and their bounds small.</summary>
    internal static (string, string)[] Options(OutsideBlog? blog = null, params (string, string)[] more) =>
    [
        ("Mixi__Limits__WritesPerWindow", "100000"), ("Mixi__Archive__Look", "00:00:00.1"), ("Mixi__Archive__MaxBytes", "3000000"), ("Mixi__Archive__MaxEntries", "50"),
        ("Mixi__Archive__MaxUnpacked", "40000000"), ("Mixi__Archive__MaxLine", "200000"), ("Mixi__Archive__Lease", "00:00:02"), ("Mixi__Archive__LinesPerSecond", "1000000"),
        .. blog is null ? Array.Empty<(string, string)>() : [("Mixi__News__AllowedInside__0", blog.Authority)], .. more,
    ];

    /// <summary>A handle that nobody has in either town.</summary>
    internal string Handle() => $"a{Interlocked.Increment(ref _members)}x";

    /// <summary>A member of the first town.</summary>
    internal async Task<HttpClient> Member() => (await Members(One, Handle()))[0];

    /// <summary>Members of a town.</summary>
    internal static async Task<IReadOnlyList<HttpClient>> Members(TownProcess town, params string[] handles) =>
        await town.Members(await town.Token("op", "read,post,admin"), handles);

    internal static Task<TownProcess> Start(string connectionString, OutsideBlog? blog = null, params (string, string)[] more) =>
        TownProcess.Start(connectionString, "Production", Options(blog, more));
}
