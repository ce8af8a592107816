namespace OrleansMixi.Log;

/// <summary>What an entry does to other rows, in the transaction that writes it. Ids decide: an older entry never undoes a newer one.</summary>
internal static class LogEffects
{
    private static readonly string[] Edit =
        ["update activities set latest = @id, audience = @audience where queue = @queue and id = @target and deleted = 0 and latest < @id"];

    private static readonly string[] Delete =
    [
        "update activities set deleted = 1, title = null, text = '', link = null, media = null where queue = @queue and id = @target",
        "update activities set title = null, text = '', link = null, media = null where target = @target and kind = 2",
        "update media set place = 9, holder = 0 where holder = @target and place = 1",
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
    public static bool Has(ActivityKind kind, ActivityBody? body) =>
        kind is ActivityKind.Edit or ActivityKind.Delete or ActivityKind.Edge || body?.Media is not null;

    /// <summary>A post takes the pictures that were set aside for it.</summary>
    public static string Attach(string rows) =>
        $"update media set holder = @id where owner = @member and place = 1 and holder = 0 and id in (select ids.id from {rows})";

    /// <summary>The statements of an entry, in order.</summary>
    public static string[] Of(ActivityKind kind, EdgeKind edge) => kind switch
    {
        ActivityKind.Edit => Edit,
        ActivityKind.Delete => Delete,
        ActivityKind.Edge => edge == EdgeKind.None ? Unbind : Bind,
        _ => [],
    };
}
