using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Storage;

namespace OrleansMixi.Posts;

/// <summary>Posts in this host's memory, kept true by the log: new posts come in, edits replace, deletes remove.</summary>
public sealed class PostCache(IOptions<LogOptions> options) : ILogFollower
{
    private readonly GenerationCache<long, Post> _posts = new(options.Value.CachedPosts);

    /// <summary>Counts edits and deletes; a load from the database that began before one must not be kept.</summary>
    public long Changes => _posts.Removals;

    /// <summary>Finds a post.</summary>
    public bool TryGet(long id, [MaybeNullWhen(false)] out Post post) => _posts.TryGet(id, out post);

    /// <summary>Keeps posts that were loaded, unless something changed since the load began.</summary>
    public void Offer(IReadOnlyList<Post> posts, long stamp)
    {
        foreach (var post in posts)
        {
            _posts.Offer(post.Id, post, stamp);
        }
    }

    /// <inheritdoc/>
    public void Applied(Activity entry)
    {
        var header = entry.Header;
        switch (header.Kind)
        {
            case ActivityKind.Post:
                _posts.Set(header.Id, new(header, entry.Body!, entry.Published, 0));
                break;
            case ActivityKind.Edit or ActivityKind.Delete or ActivityKind.Counts:
                _posts.Remove(header.Target);
                break;
        }
    }
}
