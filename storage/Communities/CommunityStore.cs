using System.Data.Common;
using System.Text;
using Dapper;
using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Communities;

/// <summary>The register of communities: numbers, slugs, settings. Profiles are in this host's memory and kept true by the log.</summary>
public sealed class CommunityStore(Database database, TimeProvider time, IOptions<LogOptions> options) : ILogFollower
{
    internal const string Columns = "c.number, c.slug, c.title, c.description, c.category, c.joining, c.visibility, c.posting, c.founder";

    internal const string Count = "(select count(*) from edges e where e.topic = 8589934592 + c.number and (e.kind & 4) = 4) as members";

    // Slugs are never given twice or changed.
    private readonly GenerationCache<string, int> _numbers = new(options.Value.CachedPosts);
    private readonly GenerationCache<int, CommunityProfile> _profiles = new(options.Value.CachedPosts);

    /// <summary>
    /// Takes a slug and a number for a new community; refuses a slug that was ever taken, and a founder who is at the head of
    /// <paramref name="allowed"/> already.
    /// </summary>
    public async Task<CommunityProfile> Register(CommunityProfile wanted, int allowed)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();

        // The counter's row lock puts foundings in a row, so that the count below holds until the commit.
        var number = await connection.QuerySingleAsync<int>(
            "update counters set value = value + 1 where name = 'communities' returning value", transaction: transaction);
        if (await Founded(wanted.Founder, connection, transaction) >= allowed)
        {
            throw Errors.Conflict($"You are at the head of {allowed} communities; that is the most (Mixi:Communities:Founded, with Premium Mixi:Communities:FoundedPremium).");
        }

        var profile = wanted with { Number = number };
        var rows = await connection.ExecuteAsync(
            """
            insert into communities (number, slug, title, description, joining, founder, created, category, visibility, posting, folded)
            values (@Number, @Slug, @Title, @Description, @joining, @Founder, @created, @Category, @visibility, @posting, @folded) on conflict do nothing
            """,
            Parameters(profile),
            transaction);
        if (rows == 0)
        {
            throw Errors.HandleTaken(wanted.Slug);
        }

        await transaction.CommitAsync();
        return profile;
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
    public async ValueTask<string?> Slug(int number) => (await Find(number))?.Slug;

    /// <summary>Whether a community's posts are for its members only.</summary>
    public async ValueTask<bool> MembersOnly(int number) => await Find(number) is not { Openness: Openness.Public };

    /// <summary>A community's settings; null if there is none.</summary>
    public async ValueTask<CommunityProfile?> Find(int number)
    {
        if (_profiles.TryGet(number, out var known))
        {
            return known;
        }

        var stamp = _profiles.Removals;
        var profile = await Read(number);
        if (profile is not null)
        {
            _profiles.Offer(number, profile, stamp);
        }

        return profile;
    }

    /// <summary>A community's settings as the database has them now.</summary>
    public async Task<CommunityProfile?> Read(int number)
    {
        await using var connection = await database.Open();
        return (await connection.QuerySingleOrDefaultAsync<CommunityRow>($"select {Columns} from communities c where c.number = @number", new { number }))?.ToProfile();
    }

    /// <summary>Communities by number.</summary>
    public async Task<IReadOnlyList<CommunityRow>> Get(IEnumerable<Topic> topics)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<CommunityRow>(
            $"select {Columns}, {Count} from communities c join {database.Rows("ids")} on ids.id = c.number order by c.title",
            new { ids = database.List([.. topics.Select(topic => (long)topic.Number)]) })).AsList();
    }

    /// <inheritdoc/>
    public void Applied(Activity entry)
    {
        if (entry.Header.Kind == ActivityKind.Community)
        {
            _profiles.Remove(Topic.Of(entry.Header.Topic).Number);
        }
    }

    /// <summary>What is searched: the same letters in one spelling, whatever their width and case.</summary>
    internal static string Fold(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>Saves the settings inside a transaction.</summary>
    public Task Save(CommunityProfile profile, DbConnection connection, DbTransaction transaction) => connection.ExecuteAsync(
        """
        update communities set title = @Title, description = @Description, category = @Category, joining = @joining, visibility = @visibility,
            posting = @posting, founder = @Founder, folded = @folded
        where number = @Number
        """,
        Parameters(profile),
        transaction);

    private object Parameters(CommunityProfile profile) => new
    {
        profile.Number,
        profile.Slug,
        profile.Title,
        profile.Description,
        profile.Category,
        profile.Founder,
        joining = (int)profile.Joining,
        visibility = (int)profile.Openness,
        posting = (int)profile.Posting,
        created = time.GetUtcNow().ToUnixTimeMilliseconds(),
        folded = Fold($"{profile.Title} {profile.Slug} {profile.Description}"),
    };

    private static Task<int> Founded(int founder, DbConnection connection, DbTransaction transaction) =>
        connection.QuerySingleAsync<int>("select count(*) from communities where founder = @founder", new { founder }, transaction);
}
