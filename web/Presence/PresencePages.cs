using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Presence;

/// <summary>Presence by handles, for the API and the pages; on a page all friends are read together.</summary>
internal sealed class PresencePages(PresenceBook book, AuthorStore authors, ViewerStore viewers)
{
    private IReadOnlyDictionary<int, PresenceLevel>? _friends;

    /// <summary>How lately a member was active, as far as the viewer may know; nothing of bots.</summary>
    public async ValueTask<PresenceLevel> Of(int member, string handle)
    {
        var viewer = await viewers.Find(member);
        if (Handle.Fold(handle) is not { } folded || await authors.Find(folded) is not { Bot: false, Suspended: false } author)
        {
            return PresenceLevel.Unknown;
        }

        if (!viewer.Friends.Contains(author.Number))
        {
            return await book.Of(viewer, author.Number);
        }

        _friends ??= await book.Of(viewer, viewer.Friends);
        return _friends.GetValueOrDefault(author.Number);
    }

    /// <summary>The member's friends of whom something may be known, the latest first.</summary>
    public async Task<IReadOnlyList<PresenceView>> Friends(int member)
    {
        var viewer = await viewers.Find(member);
        var levels = await book.Of(viewer, viewer.Friends);
        var people = await authors.Get(levels.Keys);
        return [.. levels.Where(pair => people.TryGetValue(pair.Key, out var who) && who is { Bot: false, Suspended: false })
            .OrderBy(pair => pair.Value).ThenBy(pair => people[pair.Key].Handle, StringComparer.Ordinal)
            .Select(pair => new PresenceView(people[pair.Key].Handle, Word(pair.Value)))];
    }

    /// <summary>The word of a level; null if nothing is known.</summary>
    public static string? Word(PresenceLevel level) => level == PresenceLevel.Unknown ? null : level.ToString().ToLowerInvariant();
}
