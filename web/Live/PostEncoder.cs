using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Live;

/// <summary>Encodes each post once per host; forgets what an edit, a delete or a change of an author made untrue.</summary>
internal sealed class PostEncoder(PostStore posts, PostCache cache, PostViews views, AuthorStore authors, IOptions<LogOptions> options)
{
    private readonly GenerationCache<long, (EncodedPost Encoded, long Authors)> _encoded = new(options.Value.CachedPosts);

    /// <summary>Posts by id as they stand now, encoded, in the order asked for; null for deleted and unknown ones and for 0.</summary>
    public ValueTask<EncodedPost?[]> Get(long[] ids)
    {
        var (found, missing, stamp) = (new EncodedPost?[ids.Length], 0, authors.Changes);
        for (var i = 0; i < ids.Length; i++)
        {
            // The same object means that nothing changed since it was encoded.
            if (ids[i] != 0 && cache.TryGet(ids[i], out var post) && _encoded.TryGet(ids[i], out var known)
                && ReferenceEquals(known.Encoded.Post, post) && known.Authors == stamp)
            {
                found[i] = known.Encoded;
            }
            else if (ids[i] != 0)
            {
                missing++;
            }
        }

        return missing == 0 ? ValueTask.FromResult(found) : Encode(ids, found, stamp);
    }

    private async ValueTask<EncodedPost?[]> Encode(long[] ids, EncodedPost?[] found, long stamp)
    {
        var present = await posts.Get([.. ids.Where((id, i) => id != 0 && found[i] is null).Distinct()]);
        var made = await views.Of([.. present.Values]);
        for (var i = 0; i < ids.Length; i++)
        {
            if (found[i] is null && made.TryGetValue(ids[i], out var view))
            {
                found[i] = Encode(present[ids[i]], view, stamp);
            }
        }

        return found;
    }

    private EncodedPost Encode(Post post, PostView view, long stamp)
    {
        if (_encoded.TryGet(post.Id, out var known) && ReferenceEquals(known.Encoded.Post, post) && known.Authors == stamp)
        {
            return known.Encoded;
        }

        var encoded = new EncodedPost(post, view);
        _encoded.Set(post.Id, (encoded, stamp));
        return encoded;
    }
}
