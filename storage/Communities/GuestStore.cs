using System.Data.Common;
using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Communities;

/// <summary>Guests at the doors of communities: who asked to come in, and who was invited.</summary>
public sealed class GuestStore(Database database, TimeProvider time)
{
    private const string Columns = "community, member, state, by_member as ByMember, at";

    /// <summary>A guest; null if the member is none.</summary>
    public async Task<GuestRow?> Find(int community, int member)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<GuestRow>(
            $"select {Columns} from community_guests where community = @community and member = @member", new { community, member });
    }

    /// <summary>Guests of a community in one state, oldest first.</summary>
    public async Task<IReadOnlyList<GuestRow>> Of(int community, GuestState state)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<GuestRow>(
            $"select {Columns} from community_guests where community = @community and state = @state order by at", new { community, state = (int)state })).AsList();
    }

    /// <summary>Communities that a member is invited to, newest first.</summary>
    public async Task<IReadOnlyList<GuestRow>> Invitations(int member)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<GuestRow>(
            $"select {Columns} from community_guests where member = @member and state = 2 order by at desc limit 200", new { member })).AsList();
    }

    /// <summary>How many guests of a community are in one state.</summary>
    public async Task<int> Count(int community, GuestState state)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleAsync<int>(
            "select count(*) from community_guests where community = @community and state = @state", new { community, state = (int)state });
    }

    /// <summary>Notes a wish to come in; asking again changes nothing.</summary>
    public async Task Ask(int community, int member)
    {
        await using var connection = await database.Open();
        await Set(connection, null, new() { Community = community, Member = member, State = GuestState.Asked }, "do nothing");
    }

    /// <summary>Forgets a guest.</summary>
    public async Task Remove(int community, int member)
    {
        await using var connection = await database.Open();
        await Remove(connection, null, community, member);
    }

    /// <summary>Takes over guests that were kept elsewhere.</summary>
    public async Task Move(int community, IEnumerable<int> asked, IEnumerable<int> invited)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var guest in asked.Select(member => (member, GuestState.Asked)).Concat(invited.Select(member => (member, GuestState.Invited))))
        {
            await Set(connection, transaction, new() { Community = community, Member = guest.member, State = guest.Item2 }, "do nothing");
        }

        await transaction.CommitAsync();
    }

    /// <summary>Notes a guest inside a transaction.</summary>
    public Task Set(DbConnection connection, DbTransaction? transaction, GuestRow guest, string otherwise = "(community, member) do update set state = excluded.state, by_member = excluded.by_member, at = excluded.at") =>
        connection.ExecuteAsync(
            $"insert into community_guests (community, member, state, by_member, at) values (@Community, @Member, @state, @ByMember, @at) on conflict {otherwise}",
            new { guest.Community, guest.Member, state = (int)guest.State, guest.ByMember, at = time.GetUtcNow().ToUnixTimeMilliseconds() },
            transaction);

    /// <summary>Forgets a guest inside a transaction.</summary>
    public static Task Remove(DbConnection connection, DbTransaction? transaction, int community, int member) =>
        connection.ExecuteAsync("delete from community_guests where community = @community and member = @member", new { community, member }, transaction);
}
