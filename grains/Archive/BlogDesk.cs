using System.Net;
using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.News;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>Makes diaries of a blog's entries, each once, oldest first. What the blog held before it was added stands in the diary silently; what comes later is told to friends like any diary.</summary>
internal sealed class BlogDesk(SilentEntries entries, OwnPosts own, AuthorStore authors, IOptions<ArchiveOptions> options, TimeProvider time)
{
    /// <summary>Takes what a reading brought; answers how many entries were new.</summary>
    public async Task<int> Take(BlogRow blog, IReadOnlyList<FeedItem> items)
    {
        if (await authors.Find(blog.Member) is not { Suspended: false })
        {
            return 0;
        }

        var sources = items.Select(item => SourceKey.Hash($"{blog.Url}\n{item.Key}")).ToList();
        var known = await own.Find(blog.Member, sources);
        var told = 0;
        var fresh = new List<LogEntry>();
        foreach (var (item, source) in items.Zip(sources).DistinctBy(pair => pair.Second).OrderBy(pair => pair.First.Published ?? DateTimeOffset.MaxValue))
        {
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            var published = Math.Clamp(item.Published?.ToUnixTimeMilliseconds() ?? now, 0, now);
            if (!known.ContainsKey(source))
            {
                var isNews = blog.Readings > 0 && published >= blog.Created && told++ < options.Value.BlogTold;
                fresh.Add(Entry(blog, item, source, published, isNews ? ActivityFlags.None : ActivityFlags.Silent));
            }
        }

        return (await entries.Write(fresh)).Count(outcome => outcome.Result == LineResult.Added);
    }

    private static LogEntry Entry(BlogRow blog, FeedItem item, string source, long published, ActivityFlags flags)
    {
        var text = HtmlText.Markdown(item.Content ?? WebUtility.HtmlEncode(item.Summary), PostRules.MaxText(PostForm.Diary));
        var draft = new PostDraft(Topic.User(blog.Member), PostForm.Diary, item.Title, text.Length > 0 ? text : item.Title, blog.Audience, item.Language, item.Link);
        PostRules.Check(draft);
        return new(
            ActivityKind.Post, blog.Member, blog.Member, draft.Topic, 0, blog.Audience, flags,
            Body: new(draft.Form, draft.Title, draft.Text, draft.Language, draft.Link), Key: SourceKey.Of(source), Published: published);
    }
}
