using Microsoft.Extensions.Options;
using OrleansMixi.Communities;
using OrleansMixi.Ingest;
using OrleansMixi.Live;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Micro;

/// <summary>Posts of one author in a host's memory, and the encoder over them; the database is a file that holds the author alone.</summary>
internal sealed class MicroPosts : IDisposable
{
    public const int Page = 40;

    private static readonly IOptions<LogOptions> Options = Microsoft.Extensions.Options.Options.Create(new LogOptions());

    private readonly DirectoryInfo _folder;
    private readonly PostCache _cache = new(Options);
    private readonly Activity[] _posts =
        [.. Enumerable.Range(1, Page).Select(count => new Activity(
            new(PostId.Compose((90_000_000_000L << 14) + count, 1), Topic.User(1).Value, 0, 1, 1, ActivityKind.Post, Audience.Everyone, ActivityFlags.None, EdgeKind.None),
            1_794_000_000_000,
            new(PostForm.Voice, null, CrowdAuthor.Text, "en", null)))];

    private MicroPosts(DirectoryInfo folder, Database database)
    {
        _folder = folder;
        var authors = new AuthorStore(database, Options);
        var names = new TopicNames(authors, new CommunityStore(database, TimeProvider.System, Options));
        Encoder = new(new(database, _cache, new(database), new(1, 8, 16)), _cache, new(authors, names), authors, Options);
        Renew();
    }

    public PostEncoder Encoder { get; }

    public long[] Ids => [.. _posts.Select(post => post.Header.Id)];

    public static async Task<MicroPosts> Make()
    {
        var folder = Directory.CreateTempSubdirectory("mixi-micro-posts-");
        var database = Database.Of($"Data Source={Path.Combine(folder.FullName, "author.db")}");
        await Migrator.Migrate(database, 8, 16);
        await CrowdMembers.Make(database, 1);
        return new(folder, database);
    }

    /// <summary>Puts the posts into memory as if they had just come: none is encoded yet.</summary>
    public void Renew() => Array.ForEach(_posts, _cache.Applied);

    public async Task<EncodedPost[]> Encode() => [.. (await Encoder.Get(Ids)).OfType<EncodedPost>()];

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
