using OrleansMixi.Posts;

namespace OrleansMixi.Log;

/// <summary>What an entry does to other rows, in the transaction that writes it. Ids decide: an older entry never undoes a newer one.</summary>
internal static class LogEffects
{
    private static readonly string[] Edit =
        ["update activities set latest = @id, audience = @audience where queue = @queue and id = @target and deleted = 0 and latest < @id"];

    private static readonly string[] Comment =
        ["insert into tallies (post, kind, count) values (@topic, 1, 1) on conflict (post, kind) do update set count = tallies.count + 1"];

    private static readonly string[] Share =
        ["insert into tallies (post, kind, count) values (@target, 2, 1) on conflict (post, kind) do update set count = tallies.count + 1"];

    private static readonly string[] Delete =
    [
        """
        update tallies set count = count - 1
        where kind = 1 and post = (select topic from activities where queue = @queue and id = @target and kind = 1 and deleted = 0)
        """,
        """
        update tallies set count = count - 1
        where kind = 2 and post = (select target from activities where queue = @queue and id = @target and kind = 1 and deleted = 0 and (flags & 16) = 16)
        """,
        "update activities set deleted = 1, title = null, text = '', link = null where queue = @queue and id = @target",
        "update activities set title = null, text = '', link = null where target = @target and kind = 2",
    ];

    private static readonly string[] Bind =
    [
        """
        insert into edges (shard, member, topic, kind, since) values (@shard, @member, @topic, @edge, @id)
        on conflict (shard, member, topic) do update set kind = excluded.kind, since = excluded.since where edges.since < excluded.since
        """,
    ];

    private static readonly string[] Unbind =
        ["delete from edges where shard = @shard and member = @member and topic = @topic and since < @id"];

    /// <summary>Whether an entry has effects at all.</summary>
    public static bool Has(LogEntry entry) =>
        entry.Kind is ActivityKind.Edit or ActivityKind.Delete or ActivityKind.Edge || (entry.Kind == ActivityKind.Post && (entry.Topic.Kind == TopicKind.Thread || (entry.Flags & ActivityFlags.Share) != 0));

    /// <summary>The statements of an entry, in order.</summary>
    public static string[] Of(in ActivityHeader entry) => entry.Kind switch
    {
        ActivityKind.Post => Topic.Of(entry.Topic).Kind == TopicKind.Thread ? Comment : entry.IsShare ? Share : [],
        ActivityKind.Edit => Edit,
        ActivityKind.Delete => Delete,
        ActivityKind.Edge => entry.Edge == EdgeKind.None ? Unbind : Bind,
        _ => [],
    };
}
