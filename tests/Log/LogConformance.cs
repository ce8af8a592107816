using Dapper;
using OrleansMixi.Friends;
using OrleansMixi.Posts;
using OrleansMixi.Storage;
using OrleansMixi.Timelines;

namespace OrleansMixi.Log;

/// <summary>What the log promises, on whichever database.</summary>
public abstract class LogConformance
{
    protected const int Author = 7;

    private static readonly ActivityBody Hello = new(PostForm.Voice, "t", "hello", "en", "https://example.org/");

    protected abstract Task<Database> NewDatabase();

    [Fact]
    public async Task Ids_rise_and_batches_chain_while_two_hosts_write_to_one_queue()
    {
        var (one, two) = await Two();
        var queue = one.Shape.QueueOf(Author);
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(turn => Task.Run(() => (turn % 2 == 0 ? one : two).Commit(queue, [Post(), Post(), Post()]))));

        var chain = results.OrderBy(result => result.To).ToList();
        Assert.All(chain.Zip(chain.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.All(chain, result => Assert.All(result.Written, entry => Assert.InRange(entry!.Header.Id, result.From + 1, result.To)));
        var read = await one.Read(queue, chain[0].From, 1_000);
        Assert.Equal(60, read.Entries.Count);
        Assert.Equal(read.Entries.Select(entry => entry.Header.Id).Order(), read.Entries.Select(entry => entry.Header.Id));
        Assert.Equal(chain[^1].To, read.To);
        Assert.Equal(chain[^1].To, (await two.Heads())[queue]);
    }

    [Fact]
    public async Task A_batch_larger_than_a_millisecond_holds_collides_with_no_other_queue()
    {
        var (log, _) = await Two();
        var ids = new HashSet<long>();
        for (var author = 1; author <= 4; author++)
        {
            var result = await log.Commit(log.Shape.QueueOf(author), [.. Enumerable.Repeat(Post(author), 400)]);
            Assert.All(result.Written, entry => Assert.True(ids.Add(entry!.Header.Id)));
            Assert.All(result.Written, entry => Assert.Equal(log.Shape.QueueOf(author), PostId.Queue(entry!.Header.Id)));
        }
    }

    [Fact]
    public async Task An_idempotency_key_stands_for_one_post_however_often_and_from_wherever_it_comes()
    {
        var (one, two) = await Two();
        var queue = one.Shape.QueueOf(Author);
        var keyed = Post() with { Key = "k-1" };
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(turn => Task.Run(() => (turn % 2 == 0 ? one : two).Commit(queue, [keyed, Post(), keyed]))));

        var written = results.SelectMany(result => new[] { result.Written[0], result.Written[2] }).OfType<Activity>().ToList();
        var only = Assert.Single(written);
        Assert.All(results, result => Assert.NotNull(result.Written[1]));
        var found = await two.FindKey(Author, "k-1");
        Assert.Equal(only.Header.Id, found!.Value.Id);
        Assert.True(LogStore.IsSame(keyed, found.Value.Hash));
        Assert.False(LogStore.IsSame(keyed with { Body = Hello with { Text = "other" } }, found.Value.Hash));
        Assert.Null(await one.FindKey(Author + 1, "k-1"));
    }

    [Fact]
    public async Task An_edit_shows_at_once_and_keeps_the_history_and_a_delete_leaves_no_text_anywhere()
    {
        var (log, _) = await Two();
        var database = Database(log);
        var posts = Posts(database, log);
        var queue = log.Shape.QueueOf(Author);
        var id = (await log.Commit(queue, [Post()])).Written[0]!.Header.Id;
        await log.Commit(queue, [Entry(ActivityKind.Edit) with { Target = id, Audience = Audience.Friends, Body = Hello with { Text = "better" } }]);

        var edited = await posts.Find(id);
        Assert.Equal(("better", Audience.Friends), (edited!.Body.Text, edited.Header.Audience));
        Assert.True(edited.Edited > 0);
        Assert.Equal("better", Assert.Single(await posts.History(id)).Body!.Text);

        await log.Commit(queue, [Entry(ActivityKind.Delete) with { Target = id }]);
        Assert.Null(await Posts(database, log).Find(id));
        await using var connection = await database.Open();
        var texts = await connection.QueryAsync<string?>("select text from activities union all select title from activities union all select link from activities");
        Assert.DoesNotContain(texts, text => text is "hello" or "better" or "t" or "https://example.org/");
    }

    [Fact]
    public async Task An_edit_that_knew_of_no_removal_does_not_undo_it()
    {
        var (log, _) = await Two();
        var database = Database(log);
        var queue = log.Shape.QueueOf(Author);
        var id = (await log.Commit(queue, [Post()])).Written[0]!.Header.Id;
        var edit = Entry(ActivityKind.Edit) with { Target = id, Audience = Audience.Everyone, Edge = (EdgeKind)Audience.Everyone, Body = Hello with { Text = "late" } };
        await log.Commit(queue, [edit with { Audience = Audience.Removed }, edit]);
        var hidden = await Posts(database, log).Find(id);
        Assert.Equal(("late", Audience.Removed), (hidden!.Body.Text, hidden.Header.Audience));

        await log.Commit(queue, [edit with { Edge = (EdgeKind)Audience.Removed }]);
        Assert.Equal(Audience.Everyone, (await Posts(database, log).Find(id))!.Header.Audience);
    }

    [Fact]
    public async Task The_newest_entry_alone_tells_an_edge()
    {
        var (log, _) = await Two();
        var edges = new EdgeStore(Database(log), log.Shape);
        var queue = log.Shape.QueueOf(Author);
        var topic = Topic.News(3);
        await log.Commit(queue, [Edge(EdgeKind.Follow), Edge(EdgeKind.None), Edge(EdgeKind.Follow | EdgeKind.Friend)]);
        Assert.Equal(EdgeKind.Follow | EdgeKind.Friend, await edges.Between(Author, topic));
        Assert.Equal(1, await edges.Count(topic, EdgeKind.Follow));
        await log.Commit(queue, [Edge(EdgeKind.None)]);
        Assert.Equal(EdgeKind.None, await edges.Between(Author, topic));

        LogEntry Edge(EdgeKind kind) => Entry(ActivityKind.Edge) with { Topic = topic, Edge = kind };
    }

    [Fact]
    public async Task Two_thousand_concurrent_posts_are_each_acknowledged_and_found_once()
    {
        var (store, _) = await Two();
        await using var log = await Log(store);
        var written = await Task.WhenAll(Enumerable.Range(0, 2_000).Select(number => log.Append(Post(1 + (number % 40)) with { Body = Hello with { Text = $"{number}" } })));

        Assert.Equal(2_000, written.Select(entry => entry!.Header.Id).Distinct().Count());
        var found = new List<Activity>();
        for (var queue = 0; queue < store.Shape.Queues; queue++)
        {
            found.AddRange((await store.Read(queue, 0, 10_000)).Entries);
        }

        Assert.Equal(written.Select(entry => (entry!.Header.Id, entry.Body!.Text)).Order(), found.Select(entry => (entry.Header.Id, entry.Body!.Text)).Order());
    }

    [Fact]
    public async Task A_timeline_by_query_is_what_counting_by_hand_gives()
    {
        var (log, _) = await Two();
        var store = new TimelineStore(Database(log));
        var random = new Random(5);
        var all = new List<ActivityHeader>();
        for (var round = 0; round < 60; round++)
        {
            var author = random.Next(1, 9);
            var entries = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Post(author) with
            {
                Topic = random.Next(3) == 0 ? Topic.News(random.Next(1, 4)) : Topic.User(author),
                Flags = random.Next(8) == 0 ? ActivityFlags.Silent : ActivityFlags.None,
            }).ToList();
            all.AddRange((await log.Commit(log.Shape.QueueOf(author), entries)).Written.Select(entry => entry!.Header));
        }

        long[] topics = [Topic.User(1).Value, Topic.User(2).Value, Topic.News(2).Value];
        var vector = await log.Heads();
        vector[log.Shape.QueueOf(1)] = all.Where(entry => entry.Author == 1).Select(entry => entry.Id).Order().ElementAt(3);
        var expected = all.Where(entry => entry.IsTimelinePost && entry.Id <= vector[PostId.Queue(entry.Id)] && (topics.Contains(entry.Topic) || entry.Author == 5))
            .Select(entry => entry.Id).OrderDescending().ToList();

        Assert.Equal(expected.Take(10), await store.Ids(5, topics, vector, long.MaxValue, 10));
        Assert.Equal(expected.Where(id => id < expected[4]).Take(5), await store.Ids(5, topics, vector, expected[4], 5));
        var since = await store.Since(5, topics, [.. vector.Select(_ => 0L)], vector, 1_000);
        Assert.Equal(expected.Order(), since.Where(entry => entry.IsTimelinePost).Select(entry => entry.Id));
    }

    [Fact]
    public async Task A_checkpoint_never_goes_back()
    {
        var checkpoints = new CheckpointStore(Database((await Two()).One));
        await checkpoints.Store("reader", 1, 50);
        await checkpoints.Store("reader", 1, 20);
        Assert.Equal(50, await checkpoints.Find("reader", 1));
        Assert.Equal(0, await checkpoints.Find("reader", 2));
    }

    [Fact]
    public async Task Hosts_that_start_at_once_agree_on_one_database()
    {
        var database = await NewDatabase();
        var shapes = await Task.WhenAll(Enumerable.Range(0, 6).Select(host => Task.Run(() => Migrator.Migrate(database, 4 + host, 16))));
        Assert.Single(shapes.Distinct());
    }

    private readonly Dictionary<LogStore, Database> _databases = [];

    protected Database Database(LogStore store) => _databases[store];

    protected async Task<(LogStore One, LogStore Two)> Two()
    {
        var database = await NewDatabase();
        var shape = await Migrator.Migrate(database, 8, 16);
        var (one, two) = (LogStore.Of(database, shape, TimeProvider.System), LogStore.Of(database, shape, TimeProvider.System));
        _databases[one] = _databases[two] = database;
        return (one, two);
    }

    protected async Task<PostLog> Log(LogStore store)
    {
        var tail = new LogTail(store, Options.Create(new LogOptions()));
        await tail.Start();
        return new(store, tail, Database(store), Options.Create(new LogOptions()), NullLogger<PostLog>.Instance);
    }

    protected static LogEntry Post(int author = Author) => Entry(ActivityKind.Post) with { Author = author, Actor = author, Topic = Topic.User(author), Body = Hello };

    private static LogEntry Entry(ActivityKind kind) => new(kind, Author, Author, Topic.User(Author));

    private static PostStore Posts(Database database, LogStore log) => new(database, new(Options.Create(new LogOptions())), new(database), log.Shape);
}
