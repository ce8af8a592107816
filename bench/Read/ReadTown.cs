using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;
using OrleansMixi.Log;
using OrleansMixi.Storage;

namespace OrleansMixi.Read;

/// <summary>
/// A town with a long past, written straight into the tables: authors, their posts over months, and readers who follow
/// some of them. Few authors write much and are followed by many. Indexes are the migrations' own, made after the rows.
/// </summary>
internal sealed class ReadTown
{
    private const int ReaderTopics = 40;
    private readonly ReadOptions _options;
    private readonly LogShape _shape;

    private ReadTown(string connectionString, ReadOptions options, LogShape shape) => (ConnectionString, _options, _shape) = (connectionString, options, shape);

    public string ConnectionString { get; }

    public LogShape Shape => _shape;

    /// <summary>Members whose timelines are read hot.</summary>
    public IEnumerable<int> Readers => Enumerable.Range(_options.Authors + 1, _options.Readers);

    /// <summary>Members whose timelines are built from the database.</summary>
    public IEnumerable<int> Cold => Enumerable.Range(_options.Authors + _options.Readers + 1, _options.Cold);

    /// <summary>The access token of a reader.</summary>
    public static string Token(int member) => $"mixi_bench-reader-{member:D7}";

    public static async Task<ReadTown> Fill(string connectionString, ReadOptions options)
    {
        var town = new ReadTown(connectionString, options, await Migrator.Migrate(Database.Of(connectionString), 8, 16));
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (var sql in new[] { "alter system set autovacuum = off", "select pg_reload_conf()", "set maintenance_work_mem = '1GB'", "set work_mem = '256MB'", "set synchronous_commit = off" })
        {
            await connection.ExecuteAsync(sql);
        }

        await town.Members(connection);
        await town.Edges(connection);
        await town.Posts(connection);
        return town;
    }

    /// <summary>A member's newest timeline by its definition: the posts of the topics followed.</summary>
    public async Task<long[]> Timeline(int member, int limit)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        return [.. await connection.QueryAsync<long>(
            "select id from activities where topic in (select topic from edges where member = @member and shard = @shard) and kind = 1 order by id desc limit @limit",
            new { member, limit, shard = _shape.ShardOf(member) })];
    }

    private async Task Members(NpgsqlConnection connection)
    {
        var members = _options.Authors + _options.Readers + _options.Cold;
        await connection.ExecuteAsync(
            """
            insert into members (number, handle, nickname, stamp, created) select n, 'member' || n, 'Member ' || n, 'x', 0 from generate_series(1, @members) n;
            update counters set value = @members where name in ('members', 'tokens');
            insert into tokens (number, hash, member, scopes, name, created) select member, hash, member, 'read', 'bench', 0 from unnest(@numbers, @hashes) as t(member, hash)
            """,
            new { members, numbers = Readers.ToArray(), hashes = Readers.Select(reader => SHA256.HashData(Encoding.UTF8.GetBytes(Token(reader)))).ToArray() });
    }

    private async Task Edges(NpgsqlConnection connection)
    {
        var random = new Random(3);
        var (members, topics) = (new List<int>(), new List<long>());
        foreach (var (member, count) in Readers.Select(reader => (reader, ReaderTopics)).Concat(Cold.Select(cold => (cold, _options.Topics))))
        {
            var followed = new HashSet<int>();
            while (followed.Count < count)
            {
                followed.Add(1 + (int)(_options.Authors * Math.Pow(random.NextDouble(), 2)));
            }

            members.AddRange(Enumerable.Repeat(member, count));
            topics.AddRange(followed.Select(author => OrleansMixi.Posts.Topic.User(author).Value));
        }

        await connection.ExecuteAsync(
            "insert into edges (shard, member, topic, kind, since) select member % @shards, member, topic, @follow, 0 from unnest(@members, @topics) as t(member, topic)",
            new { shards = _shape.Shards, follow = (int)EdgeKind.Follow, members = members.ToArray(), topics = topics.ToArray() });
    }

    /// <summary>One post each second until now; the spelling of ids and queues is the log's, see <see cref="PostId"/> and <see cref="LogShape.QueueOf"/>.</summary>
    private async Task Posts(NpgsqlConnection connection)
    {
        var indexes = (await connection.QueryAsync<(string Name, string Definition)>(
            "select indexname, indexdef from pg_indexes where tablename = 'activities' and indexname <> 'activities_pkey'")).ToList();
        foreach (var (name, _) in indexes)
        {
            await connection.ExecuteAsync($"drop index {name}");
        }

        var end = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - 60_000;
        await connection.ExecuteAsync(
            """
            alter table activities drop constraint activities_pkey;
            select setseed(0.5);
            insert into activities (queue, id, kind, author, actor, topic, target, audience, flags, edge, published, form, text, language)
            select queue, ((ms - @epoch) << 22) | (queue << 14), 1, author, author, (1::bigint << 32) | author, 0, 1, 0, 0, ms, 1,
                'Post number ' || n || ' of this town: the fish market opens at five, bring your own bag.', 'en'
            from (
                select n, ms, author, ((author * 2654435769 & 4294967295) >> 8) % @queues as queue
                from (select n, @end - (@posts - n) * 1000 as ms, 1 + floor(@authors * random() ^ 2)::bigint as author from generate_series(1, @posts::bigint) n) drawn) placed;
            alter table activities add primary key (queue, id);
            update heads set prev = last, last = (@end - @epoch) << 14
            """,
            new { epoch = PostId.EpochUnixMs, end, posts = (long)_options.Posts, authors = (double)_options.Authors, queues = (long)_shape.Queues },
            commandTimeout: 300);
        foreach (var (_, definition) in indexes)
        {
            await connection.ExecuteAsync(definition, commandTimeout: 300);
        }

        await connection.ExecuteAsync("vacuum (analyze, parallel 0) activities", commandTimeout: 300);
        await connection.ExecuteAsync("vacuum analyze edges", commandTimeout: 300);
        await connection.ExecuteAsync("checkpoint;", commandTimeout: 300);
    }
}
