using Dapper;
using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Storage;

namespace OrleansMixi.Communities;

/// <summary>Who stands behind the personas of communities. What it answers never leaves the server.</summary>
public sealed class PersonaStore(Database database, IOptions<LogOptions> options)
{
    // A persona is never given to somebody else and never ends; who has none is asked for again.
    private readonly GenerationCache<(int Member, int Community), int> _numbers = new(options.Value.CachedPosts / 4);
    private readonly GenerationCache<int, int> _owners = new(options.Value.CachedPosts / 4);

    /// <summary>The author number under which a member appears in a community: the persona's if there is one, else the member's own.</summary>
    public async ValueTask<int> Of(int member, int community)
    {
        if (!_numbers.TryGet((member, community), out var number))
        {
            await using var connection = await database.Open();
            number = await connection.QuerySingleOrDefaultAsync<int>(
                "select number from personas where member = @member and community = @community", new { member, community });
            if (number != 0)
            {
                _numbers.Set((member, community), number);
            }
        }

        return number == 0 ? member : number;
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
}
