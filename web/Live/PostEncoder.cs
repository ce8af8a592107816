using System.Text.Json;
using MessagePack;
using Microsoft.Extensions.Options;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Live;

/// <summary>Encodes each post once per host; forgets what an edit, a delete or a change of an author made untrue.</summary>
internal sealed class PostEncoder(PostStore posts, PostViews views, AuthorStore authors, IOptions<LogOptions> options)
{
    private readonly GenerationCache<long, (EncodedPost Encoded, long Authors)> _encoded = new(options.Value.CachedPosts);

    /// <summary>Posts by id as they stand now, encoded; deleted and unknown ones are absent.</summary>
    public async ValueTask<IReadOnlyDictionary<long, EncodedPost>> Get(IReadOnlyCollection<long> ids)
    {
        if (ids.Count == 0)
        {
            return new Dictionary<long, EncodedPost>();
        }

        var stamp = authors.Changes;
        var present = await posts.Get(ids);
        var encoded = new Dictionary<long, EncodedPost>(present.Count);
        var fresh = new List<Post>();
        foreach (var (id, post) in present)
        {
            // The same object means that nothing changed since it was encoded.
            if (_encoded.TryGet(id, out var known) && ReferenceEquals(known.Encoded.Post, post) && known.Authors == stamp)
            {
                encoded[id] = known.Encoded;
            }
            else
            {
                fresh.Add(post);
            }
        }

        if (fresh.Count > 0)
        {
            var made = await views.Of(fresh);
            foreach (var post in fresh)
            {
                if (made.TryGetValue(post.Id, out var view))
                {
                    encoded[post.Id] = Encode(post, view);
                    _encoded.Set(post.Id, (encoded[post.Id], stamp));
                }
            }
        }

        return encoded;
    }

    private static EncodedPost Encode(Post post, PostView view)
    {
        var json = JsonSerializer.Serialize(view, MixiJson.Options);
        return new(post, view.Topic, System.Text.Encoding.UTF8.GetBytes(json), MessagePackSerializer.ConvertFromJson(json));
    }
}
