using Dapper;
using OrleansMixi.Log;
using OrleansMixi.Reactions;
using OrleansMixi.Storage;

namespace OrleansMixi.Posts;

/// <summary>Posts as they stand now: this host's memory first, the database for the rest, in one query per page.</summary>
public sealed class PostStore(Database database, PostCache cache, TallyStore tallies, LogShape shape)
{
    private const string Present = $"""
        a.id, a.kind, a.author, a.actor, a.topic, a.target, a.audience, a.flags, a.edge, a.published, a.form,
        a.title, coalesce(e.text, a.text) as text, a.language, a.link, coalesce(e.published, 0) as edited,
        case when e.id is null then a.media else e.media end as media
        """;

    private const string Edits = "left join activities e on a.latest <> 0 and e.queue = a.queue and e.id = a.latest";

    /// <summary>One post; null if there is none or it was deleted.</summary>
    public async ValueTask<Post?> Find(long id) => cache.TryGet(id, out var post) ? post : (await Get([id])).GetValueOrDefault(id);

    /// <summary>Posts by id; deleted and unknown ones are absent.</summary>
    public async Task<IReadOnlyDictionary<long, Post>> Get(IReadOnlyCollection<long> ids)
    {
        var found = new Dictionary<long, Post>(ids.Count);
        var missing = new List<long>();
        foreach (var id in ids)
        {
            if (cache.TryGet(id, out var post))
            {
                found[id] = post;
            }
            else
            {
                missing.Add(id);
            }
        }

        if (missing.Count > 0)
        {
            foreach (var post in await Load(missing))
            {
                found[post.Id] = post;
            }
        }

        return found;
    }

    /// <summary>
    /// The feed of topics, newest publication first, as it was at a vector; only posts before a position (publication time, id), and of one form if asked.
    /// </summary>
    public async Task<IReadOnlyList<Post>> Feed(IReadOnlyCollection<Topic> topics, long[] vector, (long Published, long Id) before, int limit, PostForm? form = null)
    {
        var sql = $"""
            select {Present} from activities a {Edits}
            where {(topics.Count == 1 ? "a.topic = @topic" : $"a.topic in (select id from {database.Rows("ids")})")} and a.kind = 1 and a.deleted = 0{(form is null ? "" : " and a.form = @form")}
              and (a.published < @published or (a.published = @published and a.id < @id))
              and a.published <= @published
              and a.id <= {Vectors.Sql("a.queue", "v", vector)}
            order by a.published desc, a.id desc limit @limit
            """;
        await using var connection = await database.Open();
        var parameters = Vectors.Parameters("v", vector, new
        {
            topic = topics.First().Value,
            ids = database.List([.. topics.Select(topic => topic.Value)]),
            published = before.Published,
            id = before.Id,
            limit,
            form = (int)(form ?? 0),
        });
        return await Counted((await connection.QueryAsync<ActivityRow>(sql, parameters)).Select(row => row.ToPost()));
    }

    /// <summary>The edits of a post, oldest first, each with the audience it was written for: who may see the post need not see them all.</summary>
    public async Task<IReadOnlyList<Activity>> History(long id)
    {
        const string sql = $"select {ActivityRow.Columns} from activities a where a.target = @id and a.kind = 2 and a.form <> 0 order by a.id";
        await using var connection = await database.Open();
        return [.. (await connection.QueryAsync<ActivityRow>(sql, new { id })).Select(row => row.ToActivity())];
    }

    private async Task<IReadOnlyList<Post>> Load(List<long> ids)
    {
        var stamp = cache.Changes;
        var sql = $"""
            select {Present} from {database.Rows("ids")}
            join activities a on a.queue = ((ids.id >> 14) & 255) and a.id = ids.id {Edits}
            where a.kind = 1 and a.deleted = 0
            """;
        await using var connection = await database.Open();
        var posts = await Counted((await connection.QueryAsync<ActivityRow>(sql, new { ids = database.List(ids.FindAll(id => PostId.Queue(id) < shape.Queues)) }))
            .Select(row => row.ToPost()));
        cache.Offer(posts, stamp);
        return posts;
    }

    private async Task<List<Post>> Counted(IEnumerable<Post> rows)
    {
        var posts = rows.ToList();
        var counts = await tallies.Of(posts.ConvertAll(post => post.Id));
        return counts.Count == 0 ? posts : posts.ConvertAll(post => post with { Counts = counts.GetValueOrDefault(post.Id) });
    }
}
