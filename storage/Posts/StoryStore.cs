using Dapper;
using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Storage;

namespace OrleansMixi.Posts;

/// <summary>Who shared what first, in this host's memory, kept true by the log.</summary>
public sealed class StoryStore(Database database, PostCache posts, IOptions<LogOptions> options) : ILogFollower
{
    // Whoever comes after so many shares has met the story long before.
    private const int First = 100;
    private readonly GenerationCache<long, IReadOnlyList<StoryShare>> _shares = new(options.Value.CachedPosts / 4);

    /// <summary>The first shares of a story, rising by id.</summary>
    public async ValueTask<IReadOnlyList<StoryShare>> Shares(long story)
    {
        if (_shares.TryGet(story, out var known))
        {
            return known;
        }

        var stamp = _shares.Removals;
        await using var connection = await database.Open();
        var shares = (await connection.QueryAsync<(long Id, long Author)>(
            "select id, cast(author as bigint) from activities where target = @story and kind = 1 and deleted = 0 and (flags & 16) = 16 order by id limit @First",
            new { story, First })).Select(row => new StoryShare(row.Id, (int)row.Author)).ToArray();
        _shares.Offer(story, shares, stamp);
        return shares;
    }

    /// <summary>The share of a story by a member; 0 if there is none.</summary>
    public async Task<long> By(int member, long story)
    {
        await using var connection = await database.Open();
        return await connection.QueryFirstOrDefaultAsync<long>(
            "select id from activities where target = @story and author = @member and kind = 1 and deleted = 0 and (flags & 16) = 16", new { story, member });
    }

    /// <summary>Where a member told of a friendship.</summary>
    public async Task<IReadOnlyList<long>> Friendships(int member, int friend)
    {
        await using var connection = await database.Open();
        return [.. await connection.QueryAsync<long>(
            "select id from activities where target = @friend and author = @member and kind = 1 and deleted = 0 and (flags & 128) = 128", new { member, friend = (long)friend })];
    }

    /// <inheritdoc/>
    public void Applied(Activity entry)
    {
        var header = entry.Header;
        if (header.IsShare)
        {
            // A share that goes takes its story with it only while the cache still has it; else the list may name it a while longer.
            var story = header.Kind == ActivityKind.Post ? header.Target : posts.TryGet(header.Target, out var share) ? share.Header.Target : 0;
            _shares.Remove(story);
        }
    }
}
