using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Storage;

namespace OrleansMixi.Communities;

/// <summary>Who stands behind the personas of communities. What it answers never leaves the server.</summary>
public sealed class PersonaStore(Database database, MemberStore members, TimeProvider time, IOptions<LogOptions> options, IOptions<CommunityOptions> limits) : ILogFollower
{
    private readonly GenerationCache<int, IReadOnlyDictionary<int, int>> _personas = new(options.Value.CachedPosts / 4);

    // A number never comes to stand for somebody else.
    private readonly GenerationCache<int, int> _owners = new(options.Value.CachedPosts / 4);

    /// <summary>Gives a member a persona in a community, under a handle that tells nothing; refuses more than a member may have. A member entry in the log must follow, so that all hosts notice.</summary>
    public async Task<int> Create(int member, int community, string nickname)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();

        // The members' counter is locked by making the row, so that the count below holds until the commit.
        var persona = await members.Create(connection, transaction, $"p-{RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 12)}", nickname, bot: false, password: null);
        if (await connection.QuerySingleAsync<int>("select count(*) from personas where member = @member", new { member }, transaction) >= limits.Value.Personas)
        {
            throw Errors.Conflict($"You have {limits.Value.Personas} personas (Mixi:Communities:Personas); that is the most.");
        }

        if (await connection.ExecuteAsync(
            "insert into personas (number, member, community, created) values (@number, @member, @community, @created) on conflict do nothing",
            new { number = persona.Number, member, community, created = time.GetUtcNow().ToUnixTimeMilliseconds() },
            transaction) == 0)
        {
            throw Errors.Conflict("You have a persona in this community already.");
        }

        await transaction.CommitAsync();
        return persona.Number;
    }

    /// <summary>Whether an author number is a persona's.</summary>
    public async ValueTask<bool> IsPersona(int author) => await Owner(author) != author;

    /// <summary>The author number under which a member appears in a community: the persona's if there is one, else the member's own.</summary>
    public async ValueTask<int> Of(int member, int community)
    {
        if (!_personas.TryGet(member, out var known))
        {
            var stamp = _personas.Removals;
            await using var connection = await database.Open();
            known = (await connection.QueryAsync<(long Community, long Number)>(
                "select cast(community as bigint), cast(number as bigint) from personas where member = @member", new { member }))
                .ToDictionary(row => (int)row.Community, row => (int)row.Number);
            _personas.Offer(member, known, stamp);
        }

        return known.GetValueOrDefault(community, member);
    }

    /// <summary>The member behind an author number: the number itself unless it is a persona's.</summary>
    public async ValueTask<int> Owner(int author)
    {
        if (!_owners.TryGet(author, out var member))
        {
            await using var connection = await database.Open();
            member = await connection.QuerySingleOrDefaultAsync<int>("select member from personas where number = @author", new { author });
            member = member == 0 ? author : member;
            _owners.Set(author, member);
        }

        return member;
    }

    /// <inheritdoc/>
    public void Applied(Activity entry)
    {
        if (entry.Header.Kind == ActivityKind.Member)
        {
            _personas.Remove(entry.Header.Author);
        }
    }
}
