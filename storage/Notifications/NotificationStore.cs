using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Options;
using OrleansMixi.Storage;

namespace OrleansMixi.Notifications;

/// <summary>Notifications of members, one row per thing and kind. Writing one again changes nothing, whoever does it and however often.</summary>
public sealed class NotificationStore(Database database, IOptions<NotificationOptions> options)
{
    private const string Group = "member = @Member and kind = @Kind and subject = @Subject";

    /// <summary>Writes in one transaction, in order; answers those of whom a member has something new to read.</summary>
    public async Task<IReadOnlyList<int>> Add(IReadOnlyList<NewNotification> all)
    {
        var changed = new HashSet<int>();
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();

        // Always in one order, so that readers of several queues do not wait for each other in a circle.
        foreach (var one in all.OrderBy(one => one.Member).ThenBy(one => one.Kind).ThenBy(one => one.Subject))
        {
            if (await Add(one, connection, transaction))
            {
                changed.Add(one.Member);
            }
        }

        await transaction.CommitAsync();
        return [.. changed];
    }

    /// <summary>Takes back what one member did; the notification goes with the last of them. Answers whether there was anything.</summary>
    public async Task<bool> Remove(int member, NotificationKind kind, long subject, int actor)
    {
        await using var connection = await database.Open();
        var parameters = new { Member = member, Kind = (int)kind, Subject = subject, actor };
        var gone = await connection.ExecuteAsync($"delete from notification_actors where {Group} and actor = @actor", parameters);
        await connection.ExecuteAsync(
            $"delete from notifications where {Group} and not exists (select 1 from notification_actors where {Group})", parameters);
        return gone > 0;
    }

    /// <summary>A member's notifications before a moment, newest first.</summary>
    public async Task<IReadOnlyList<NotificationRow>> Of(int member, long before, int limit, bool unread = false)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<NotificationRow>(
            $"select kind, subject, at, seen from notifications where member = @member and at < @before{(unread ? " and at > seen" : "")} order by at desc limit @limit",
            new { member, before, limit })).AsList();
    }

    /// <summary>Marks everything as read that came up to a moment; answers whether anything was not.</summary>
    public async Task<bool> ReadAll(int member, long upTo)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            "update notifications set seen = at where member = @member and at <= @upTo and at > seen", new { member, upTo }) > 0;
    }

    /// <summary>Marks one as read; answers whether it was not.</summary>
    public async Task<bool> Read(int member, NotificationKind kind, long subject)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync($"update notifications set seen = at where {Group} and at > seen", new { Member = member, Kind = (int)kind, Subject = subject }) > 0;
    }

    /// <summary>Who stands behind the notifications between two moments, newest first within each.</summary>
    internal async Task<ILookup<(NotificationKind Kind, long Subject), ActorRow>> Actors(int member, long from, long to)
    {
        const string sql = """
            select a.kind, a.subject, a.actor, a.post
            from notifications n join notification_actors a on a.member = n.member and a.kind = n.kind and a.subject = n.subject
            where n.member = @member and n.at between @from and @to
            order by a.at desc
            """;
        await using var connection = await database.Open();
        return (await connection.QueryAsync<ActorRow>(sql, new { member, from, to })).ToLookup(row => (row.Kind, row.Subject));
    }

    /// <summary>Which of some members' reactions to some posts still stand.</summary>
    internal async Task<IReadOnlySet<(long Post, int Member)>> Standing(IReadOnlyCollection<long> posts, IReadOnlyCollection<int> members)
    {
        if (posts.Count == 0)
        {
            return new HashSet<(long, int)>();
        }

        await using var connection = await database.Open();
        return (await connection.QueryAsync<(long Post, long Member)>(
            $"select distinct r.post, cast(r.member as bigint) from {database.Rows("posts")} join reactions r on r.post = posts.id join {database.Rows("members")} on members.id = r.member",
            new { posts = database.List(posts), members = database.List([.. members.Select(member => (long)member)]) })).Select(row => (row.Post, (int)row.Member)).ToHashSet();
    }

    /// <summary>Who stands behind one notification already.</summary>
    public async Task<IReadOnlySet<int>> Known(int member, NotificationKind kind, long subject)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<int>($"select actor from notification_actors where {Group}", new { Member = member, Kind = (int)kind, Subject = subject })).ToHashSet();
    }

    /// <summary>Posts that were reacted to since a moment, in Unix milliseconds.</summary>
    public async Task<IReadOnlyList<long>> ReactedSince(long unixMs)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<long>("select distinct post from reactions where at >= @unixMs", new { unixMs })).AsList();
    }

    private async Task<bool> Add(NewNotification one, DbConnection connection, DbTransaction transaction)
    {
        var parameters = new { one.Member, Kind = (int)one.Kind, one.Subject, one.Actor, one.Post, one.At, options.Value.Kept, options.Value.Actors };
        var fresh = await connection.ExecuteAsync(
            "insert into notifications (member, kind, subject, at) values (@Member, @Kind, @Subject, @At) on conflict do nothing", parameters, transaction);
        var again = one.Kind.Repeats()
            ? "(member, kind, subject, actor) do update set post = excluded.post, at = excluded.at where notification_actors.at < excluded.at"
            : "do nothing";
        var acted = await connection.ExecuteAsync(
            $"insert into notification_actors (member, kind, subject, actor, post, at) values (@Member, @Kind, @Subject, @Actor, @Post, @At) on conflict {again}", parameters, transaction);
        if (acted == 0)
        {
            return false;
        }

        if (fresh > 0)
        {
            await connection.ExecuteAsync(
                "delete from notifications where member = @Member and at < (select at from notifications where member = @Member order by at desc limit 1 offset @Kept - 1)", parameters, transaction);
            return true;
        }

        var newer = await connection.ExecuteAsync($"update notifications set at = @At where {Group} and at < @At", parameters, transaction);
        await connection.ExecuteAsync(
            $"delete from notification_actors where {Group} and at < (select at from notification_actors where {Group} order by at desc limit 1 offset @Actors - 1)", parameters, transaction);
        return newer > 0;
    }
}
