using Dapper;
using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Communities;

/// <summary>The register of communities: numbers, slugs and what lists show. Settings and roles are with the community's grain.</summary>
public sealed class CommunityStore(Database database, TimeProvider time, IOptions<LogOptions> options)
{
    private const string Count = "(select count(*) from edges e where e.topic = 8589934592 + c.number and (e.kind & 4) = 4) as members";

    // Slugs are never given twice or changed.
    private readonly GenerationCache<string, int> _numbers = new(options.Value.CachedPosts);
    private readonly GenerationCache<int, string> _slugs = new(options.Value.CachedPosts);

    /// <summary>Takes a slug and a number for a new community; refuses a slug that was ever taken.</summary>
    public async Task<int> Register(string slug, string title, string description, Joining joining, int founder)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        var number = await connection.QuerySingleAsync<int>(
            "update counters set value = value + 1 where name = 'communities' returning value", transaction: transaction);
        var created = time.GetUtcNow().ToUnixTimeMilliseconds();
        var rows = await connection.ExecuteAsync(
            """
            insert into communities (number, slug, title, description, joining, founder, created)
            values (@number, @slug, @title, @description, @joining, @founder, @created) on conflict do nothing
            """,
            new { number, slug, title, description, joining = (int)joining, founder, created },
            transaction);
        if (rows == 0)
        {
            throw Errors.HandleTaken(slug);
        }

        await transaction.CommitAsync();
        return number;
    }

    /// <summary>The number of a slug; 0 if there is none.</summary>
    public async ValueTask<int> Number(string slug)
    {
        if (!_numbers.TryGet(slug, out var number))
        {
            await using var connection = await database.Open();
            number = await connection.QuerySingleOrDefaultAsync<int>("select number from communities where slug = @slug", new { slug });
            if (number != 0)
            {
                _numbers.Set(slug, number);
            }
        }

        return number;
    }

    /// <summary>The slug of a number; null if there is none.</summary>
    public async ValueTask<string?> Slug(int number)
    {
        if (!_slugs.TryGet(number, out var slug))
        {
            await using var connection = await database.Open();
            slug = await connection.QuerySingleOrDefaultAsync<string>("select slug from communities where number = @number", new { number });
            if (slug is not null)
            {
                _slugs.Set(number, slug);
            }
        }

        return slug;
    }

    /// <summary>Whether a community's posts are for its members only.</summary>
    public async ValueTask<bool> MembersOnly(int number) => await Slug(number) is null;

    /// <summary>Communities by number.</summary>
    public async Task<IReadOnlyList<CommunityRow>> Get(IEnumerable<Topic> topics)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<CommunityRow>(
            $"select c.number, c.slug, c.title, c.description, {Count} from communities c join {database.Rows("ids")} on ids.id = c.number order by c.title",
            new { ids = database.List([.. topics.Select(topic => (long)topic.Number)]) })).AsList();
    }

    /// <summary>The newest communities.</summary>
    public async Task<IReadOnlyList<CommunityRow>> Newest(int limit)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<CommunityRow>(
            $"select c.number, c.slug, c.title, c.description, {Count} from communities c order by c.number desc limit @limit", new { limit })).AsList();
    }
}
