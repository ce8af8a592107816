using Dapper;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Archive;

/// <summary>A member's friend groups, as far as archives speak of them.</summary>
public sealed class OwnGroups(Database database)
{
    /// <summary>Groups by number with their names.</summary>
    public async Task<IReadOnlyDictionary<int, string>> Of(int member)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<(long Number, string Name)>("select cast(number as bigint), name from friend_groups where member = @member order by number", new { member }))
            .ToDictionary(row => (int)row.Number, row => row.Name);
    }

    /// <summary>Who is in which group; number 0 are the close friends.</summary>
    public async Task<IReadOnlyList<(int Group, int Friend)>> Members(int member)
    {
        await using var connection = await database.Open();
        return [.. (await connection.QueryAsync<(long Number, long Friend)>(
            "select cast(number as bigint), cast(friend as bigint) from friend_group_members where member = @member", new { member })).Select(row => ((int)row.Number, (int)row.Friend))];
    }

    /// <summary>Makes a group under a number if that is free; answers the name that stands there now.</summary>
    public async Task<string> Make(int member, int number, string name)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("insert into friend_groups (member, number, name) values (@member, @number, @name) on conflict do nothing", new { member, number, name });
        return await connection.QuerySingleAsync<string>("select name from friend_groups where member = @member and number = @number", new { member, number });
    }

    /// <summary>Puts a friend into a group that there is; false if the friend is in it.</summary>
    public async Task<bool> Add(int member, int number, int friend)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            "insert into friend_group_members (member, number, friend) values (@member, @number, @friend) on conflict do nothing", new { member, number, friend }) == 1;
    }

    /// <summary>The most groups of a member.</summary>
    public static int Most => Audiences.MaxGroup;
}
