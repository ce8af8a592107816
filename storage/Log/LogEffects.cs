namespace OrleansMixi.Log;

/// <summary>What an entry does to other rows, in the transaction that writes it. Ids decide: an older entry never undoes a newer one.</summary>
internal static class LogEffects
{
    /// <summary>Who is no friend any more is in none of the member's groups. A member's topic is the number and 2^32.</summary>
    private const string Ungroup = """
        delete from friend_group_members where member = @member and friend = @topic - 4294967296 and not exists (
            select 1 from edges where shard = @shard and edges.member = @member and topic = @topic and (kind & 2) <> 0)
        """;

    private static readonly string[] Edit =
        ["update activities set latest = @id, audience = @audience where queue = @queue and id = @target and deleted = 0 and latest < @id"];

    private static readonly string[] Delete =
    [
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

    private static readonly string[] BindNoFriend = [.. Bind, Ungroup];

    private static readonly string[] Unbind =
    [
        "delete from edges where shard = @shard and member = @member and topic = @topic and since < @id",
        Ungroup,
    ];

    /// <summary>Whether an entry has effects at all.</summary>
    public static bool Has(ActivityKind kind) => kind is ActivityKind.Edit or ActivityKind.Delete or ActivityKind.Edge;

    /// <summary>The statements of an entry, in order.</summary>
    public static string[] Of(ActivityKind kind, EdgeKind edge) => kind switch
    {
        ActivityKind.Edit => Edit,
        ActivityKind.Delete => Delete,
        ActivityKind.Edge when edge == EdgeKind.None => Unbind,
        ActivityKind.Edge => edge.HasFlag(EdgeKind.Friend) ? Bind : BindNoFriend,
        _ => [],
    };
}
