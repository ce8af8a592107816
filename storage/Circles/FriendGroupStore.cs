using Dapper;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Circles;

/// <summary>Friend groups and close friends. Who is written into a group must be a friend at that moment; the end of a friendship takes the row with it.</summary>
public sealed class FriendGroupStore(Database database, LogShape shape)
{
    /// <summary>A member's close friends, then the groups by name.</summary>
    public async Task<IReadOnlyList<FriendGroup>> Of(int member)
    {
        await using var connection = await database.Open();

        // Names first: no friend has the number 0.
        var rows = (await connection.QueryAsync<(long Number, string Name, long Friend)>(
            """
            select cast(number as bigint) as number, name, cast(0 as bigint) as friend from friend_groups where member = @member and number > 0
            union all
            select cast(number as bigint) as number, '' as name, cast(friend as bigint) as friend from friend_group_members where member = @member
            order by friend, name, number
            """,
            new { member })).ToList();
        var friends = rows.Where(row => row.Friend != 0).ToLookup(row => (int)row.Number, row => (int)row.Friend);
        return [.. rows.Where(row => row.Friend == 0).Select(row => (row.Number, row.Name)).Prepend((FriendGroup.Close, "")).Select(group => new FriendGroup((int)group.Number, group.Name, [.. friends[(int)group.Number]]))];
    }

    /// <summary>One group; null if there is none.</summary>
    public async Task<FriendGroup?> Find(int member, int number) => (await Of(member)).FirstOrDefault(group => group.Number == number);

    /// <summary>Makes a group with a number that no post was written for; null if there are <paramref name="limit"/> already.</summary>
    public async Task<int?> Create(int member, string name, int limit)
    {
        await using var connection = await database.Open();
        var taken = (await connection.QueryAsync<int>(
            "select number from friend_groups where member = @member and number > 0 union all select number from friend_groups_gone where member = @member", new { member })).ToHashSet();
        var number = Enumerable.Range(1, Audiences.MaxGroup).FirstOrDefault(free => !taken.Contains(free));
        return await connection.QuerySingleOrDefaultAsync<int?>(
            """
            insert into friend_groups (member, number, name)
            select @member, @number, @name where (select count(*) from friend_groups where member = @member and number > 0) < @limit
            returning number
            """,
            new { member, number = number > 0 ? number : await Free(member), name, limit });
    }

    /// <summary>Gives a group another name; false if there is none.</summary>
    public async Task<bool> Rename(int member, int number, string name)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync("update friend_groups set name = @name where member = @member and number = @number", new { member, number, name }) > 0;
    }

    /// <summary>Takes a group away and remembers its number; false if there was none.</summary>
    public async Task<bool> Remove(int member, int number)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        var group = new { member, number };
        await connection.ExecuteAsync("delete from friend_group_members where member = @member and number = @number", group, transaction);
        var removed = await connection.ExecuteAsync("delete from friend_groups where member = @member and number = @number", group, transaction);
        if (removed > 0)
        {
            await connection.ExecuteAsync("insert into friend_groups_gone (member, number) values (@member, @number) on conflict do nothing", group, transaction);
        }

        await transaction.CommitAsync();
        return removed > 0;
    }

    /// <summary>Puts exactly these friends into a group.</summary>
    public async Task Fill(int member, int number, IReadOnlyCollection<int> friends)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("delete from friend_group_members where member = @member and number = @number", new { member, number }, transaction);
        await connection.ExecuteAsync(Insert, Topics(member, number, friends), transaction);
        await transaction.CommitAsync();
    }

    /// <summary>Puts one friend into a group.</summary>
    public async Task Add(int member, int number, int friend)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(Insert, Topics(member, number, [friend]));
    }

    /// <summary>Takes one out of a group; false if it was not in it.</summary>
    public async Task<bool> Drop(int member, int number, int friend)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            "delete from friend_group_members where member = @member and number = @number and friend = @friend", new { member, number, friend }) > 0;
    }

    private string Insert => $"""
        insert into friend_group_members (member, number, friend)
        select @member, @number, edges.topic - {Topic.User(0).Value} from {database.Rows("ids")}
        join edges on edges.shard = @shard and edges.member = @member and edges.topic = ids.id and (edges.kind & {(int)(EdgeKind.Friend | EdgeKinds.AnyBlock)}) = {(int)EdgeKind.Friend}
        where true on conflict do nothing
        """;

    private object Topics(int member, int number, IReadOnlyCollection<int> friends) =>
        new { member, number, shard = shape.ShardOf(member), ids = database.List([.. friends.Select(friend => Topic.User(friend).Value)]) };

    /// <summary>A number that was given before and that no post names any more.</summary>
    private async Task<int> Free(int member)
    {
        await using var connection = await database.Open();
        return await connection.QueryFirstOrDefaultAsync<int?>(
            $"""
            delete from friend_groups_gone where member = @member and number = (
                select number from friend_groups_gone g where g.member = @member
                  and not exists (select 1 from activities a where a.author = @member and a.audience = g.number + {(int)Audience.FirstGroup} and a.deleted = 0)
                limit 1)
            returning number
            """,
            new { member }) ?? throw Errors.Conflict("Every number that a group can have is still named by one of your posts.");
    }
}
