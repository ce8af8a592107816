using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Timelines;

/// <summary>Items of pages in this host's memory; the log ends those that an edit, a delete or a change of their author made untrue.</summary>
internal sealed class PageItems(PostStore posts, PostViews views, AuthorStore authors, IOptions<LogOptions> options) : ILogFollower
{
    private readonly GenerationCache<long, PageItem> _items = new(options.Value.CachedPosts);

    /// <summary>Finds an item in memory, as the post and its author stand now.</summary>
    public bool TryGet(long id, [MaybeNullWhen(false)] out PageItem item)
    {
        if (!_items.TryGet(id, out item))
        {
            return false;
        }

        var stamp = authors.Changes;
        if (item.Stamp != stamp)
        {
            // Some member changed since: most likely another one.
            if (!authors.TryGet(item.Author.Number, out var author) || author != item.Author)
            {
                return false;
            }

            item.Stamp = stamp;
        }

        return true;
    }

    /// <summary>Makes items of posts that are not in memory; deleted ones and those of suspended authors are absent.</summary>
    public async ValueTask<IReadOnlyDictionary<long, PageItem>> Load(IReadOnlyCollection<long> ids)
    {
        var (changes, stamp) = (_items.Removals, authors.Changes);
        var present = await posts.Get(ids);
        var writers = await authors.Get(present.Values.Select(post => post.Author).Distinct());
        var made = await views.Of([.. present.Values]);
        var items = new Dictionary<long, PageItem>(made.Count);
        foreach (var (id, view) in made)
        {
            var post = present[id];
            items[id] = new(post, view, writers[post.Author], stamp);

            // What tells of two members stands only as long as both do; it is made anew each time.
            if (post.Header.Friend == 0)
            {
                _items.Offer(id, items[id], changes);
            }
        }

        return items;
    }

    /// <inheritdoc/>
    public void Applied(Activity entry)
    {
        if (entry.Header.Kind is ActivityKind.Edit or ActivityKind.Delete or ActivityKind.Counts)
        {
            _items.Remove(entry.Header.Target);
        }
    }
}
