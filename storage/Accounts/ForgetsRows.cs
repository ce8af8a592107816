using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Accounts;

/// <summary>Removes the rows that the slices keep of a member: what was written to others loses its words, what was counted is counted down.</summary>
internal sealed class ForgetsRows(Database database, TimeProvider time) : IForgets
{
    private static readonly string[] Statements =
    [
        "update messages set text = null, stamp = null, unsent = @now where author = @member and unsent = 0 and kind in (1, 2)",
        "update participants set gone = 1 where member = @member",
        "update media set place = 9, holder = 0 where owner = @member",
        "delete from album_posts where album in (select id from albums where owner = @member)",
        "delete from albums where owner = @member",
        "delete from drafts where member = @member",
        "delete from friend_group_members where member = @member or friend = @member",
        "delete from friend_groups where member = @member",
        "delete from friend_groups_gone where member = @member",
        "delete from friend_seats where member = @member or friend = @member",
        "delete from follow_requests where member = @member or target = @member",
        "delete from introductions where member = @member or author = @member",
        "delete from mutes where member = @member",
        "delete from footprints where member = @member or visitor = @member",
        "delete from footprint_returns where member = @member",
        "delete from presence where member = @member",
        "delete from privacy where member = @member",
        "delete from notifications where member = @member",
        "delete from notification_actors where actor = @member",
        "delete from notification_switches where member = @member",
        "delete from member_names where member = @member",
        "delete from archive_chunks where job in (select id from archive_jobs where member = @member)",
        "delete from archive_notes where job in (select id from archive_jobs where member = @member)",
        "delete from archive_jobs where member = @member",
        "delete from archive_kept where member = @member",
        "delete from archive_sources where member = @member",
        "delete from blogs where member = @member",
        "delete from community_guests where member = @member",
        "update events set joined = joined - 1 where post in (select post from event_guests where member = @member)",
        "delete from event_guests where member = @member",
        "delete from poll_votes where member = @member",
        "delete from community_staff where member = @member",
        "delete from community_bars where member = @member",
        "delete from personas where number = @member",
    ];

    /// <inheritdoc/>
    public async Task<bool> Forget(int member, CancellationToken cancellationToken)
    {
        await using var connection = await database.Open(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var sql in Statements)
        {
            await connection.ExecuteAsync(new CommandDefinition(sql, new { member, now = time.GetUtcNow().ToUnixTimeMilliseconds() }, transaction, cancellationToken: cancellationToken));
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
