using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>Outside blogs. They are read here from now on; entries that the archive holds are known by their sources.</summary>
internal sealed class BlogsPart(BlogStore blogs) : ArchivePart<BlogLine>("blogs")
{
    protected override async IAsyncEnumerable<BlogLine> Lines(ArchiveOwner owner)
    {
        foreach (var blog in (await blogs.Of(owner.Member)).OrderBy(blog => blog.Url, StringComparer.Ordinal))
        {
            yield return new("Feed", blog.Url, ArchiveWords.Of(blog.Audience));
        }
    }

    protected override string Key(BlogLine line) => line.Url;

    protected override void Check(BlogLine line)
    {
        if (line.Url.Length > PostRules.MaxLink || !Uri.TryCreate(line.Url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.AbsoluteUri != line.Url)
        {
            throw Errors.Invalid("url", "'url' is not the address of a feed.");
        }

        if (ArchiveWords.Audience(line.Audience) is not (Audience.Everyone or Audience.FriendsOfFriends or Audience.Friends or Audience.Me))
        {
            throw Errors.Invalid("audience", "The 'audience' of a blog is 'everyone', 'friends-of-friends', 'friends' or 'me'.");
        }
    }

    protected override async Task<IReadOnlyList<LineOutcome>> Take(ArchiveOwner owner, IReadOnlyList<BlogLine> lines)
    {
        var outcomes = new LineOutcome[lines.Count];
        var present = (await blogs.Of(owner.Member)).Select(blog => blog.Url).ToHashSet();
        for (var i = 0; i < lines.Count; i++)
        {
            outcomes[i] = new(!present.Add(lines[i].Url) ? LineResult.Present : await blogs.Set(owner.Member, lines[i].Url, ArchiveWords.Audience(lines[i].Audience)) ? LineResult.Added : LineResult.Kept);
        }

        return outcomes;
    }
}
