using OrleansMixi.Posts;

namespace OrleansMixi.Log;

/// <summary>What an entry does to other rows, in the transaction that writes it. Ids decide: an older entry never undoes a newer one.</summary>
internal static class LogEffects
{
    /// <summary>Who is no friend any more is in none of the member's groups. A member's topic is the number and 2^32.</summary>
    private const string Ungroup = """
        delete from friend_group_members where member = @member and friend = @topic - 4294967296 and not exists (
            select 1 from edges where shard = @shard and edges.member = @member and topic = @topic and (kind & 2) <> 0)
        """;

    // An edit tells the audience before it in the edge. One that did not know yet that staff took the post out of sight (7) leaves it there.
    private static readonly string[] Edit =
    [
        """
        update activities set latest = @id, audience = case when audience = 7 and @edge <> 7 then 7 else @audience end
        where queue = @queue and id = @target and deleted = 0 and latest < @id
        """,
    ];

    private static readonly string[] Comment =
    [
        "insert into tallies (post, kind, count) values (@topic, 1, 1) on conflict (post, kind) do update set count = tallies.count + 1",
        "update boards set last = @id where post = @topic and last < @id",
    ];

    private static readonly string[] Share =
        ["insert into tallies (post, kind, count) values (@target, 2, 1) on conflict (post, kind) do update set count = tallies.count + 1"];

    private const string Uncomment = """
        update tallies set count = count - 1
        where kind = 1 and post = (select topic from activities where queue = @queue and id = @target and kind = 1 and deleted = 0)
        """;

    private const string Unshare = """
        update tallies set count = count - 1
        where kind = 2 and post = (select target from activities where queue = @queue and id = @target and kind = 1 and deleted = 0 and (flags & 16) = 16)
        """;

    private static readonly string[] Delete =
    [
        Uncomment,
        Unshare,
        "update activities set deleted = 1, title = null, text = '', link = null, media = null where queue = @queue and id = @target",
        "update activities set title = null, text = '', link = null, media = null where target = @target and kind = 2",
        "update media set place = 9, holder = 0 where holder = @target and place = 1",
    ];

    // Hidden is 2, deleted 1: whatever asks for 0 shows neither.
    private static readonly string[] Remove = [Uncomment, Unshare, "update activities set deleted = 2 where queue = @queue and id = @target and deleted = 0"];

    private static readonly string[] Restore =
    [
        """
        update tallies set count = count + 1
        where kind = 1 and post = (select topic from activities where queue = @queue and id = @target and kind = 1 and deleted = 2)
        """,
        """
        update tallies set count = count + 1
        where kind = 2 and post = (select target from activities where queue = @queue and id = @target and kind = 1 and deleted = 2 and (flags & 16) = 16)
        """,
        "update activities set deleted = 0 where queue = @queue and id = @target and deleted = 2",
    ];

    private static readonly string[] Bind =
    [
        """
        insert into edges (shard, member, topic, kind, since) values (@shard, @member, @topic, @edge, @id)
        on conflict (shard, member, topic) do update set kind = excluded.kind, since = excluded.since where edges.since < excluded.since
        """,
    ];

    private static readonly string[] BindNoFriend = [.. Bind, Ungroup];

    private static readonly string[] Unbind =
    [
        "delete from edges where shard = @shard and member = @member and topic = @topic and since < @id",
        Ungroup,
    ];

    /// <summary>Whether an entry has effects at all.</summary>
    public static bool Has(LogEntry entry) =>
        entry.Kind is ActivityKind.Edit or ActivityKind.Delete or ActivityKind.Edge || (entry.Kind == ActivityKind.Post && (entry.Topic.Kind == TopicKind.Thread || (entry.Flags & ActivityFlags.Share) != 0 || entry.Body?.Media is not null));

    /// <summary>A post takes the pictures that were set aside for it, and an edit gives up those that it shows no more.</summary>
    public static string[] Pictures(ActivityKind kind, string rows)
    {
        var take = $"update media set place = 1, holder = @post where owner = @member and ((place = 1 and holder = 0) or place = 4) and id in (select ids.id from {rows})";
        return kind == ActivityKind.Post
            ? [take]
            : [take, $"update media set place = 9, holder = 0 where holder = @post and place = 1 and id not in (select ids.id from {rows})"];
    }

    /// <summary>The statements of an entry, in order.</summary>
    public static string[] Of(in ActivityHeader entry) => entry.Kind switch
    {
        ActivityKind.Edit when (entry.Flags & ActivityFlags.Moderated) != 0 => Restore,
        ActivityKind.Delete when (entry.Flags & ActivityFlags.Moderated) != 0 => Remove,
        ActivityKind.Post => Topic.Of(entry.Topic).Kind == TopicKind.Thread ? Comment : entry.IsShare ? Share : [],
        ActivityKind.Edit => Edit,
        ActivityKind.Delete => Delete,
        ActivityKind.Edge when entry.Edge == EdgeKind.None => Unbind,
        ActivityKind.Edge => entry.Edge.HasFlag(EdgeKind.Friend) ? Bind : BindNoFriend,
        _ => [],
    };
}
