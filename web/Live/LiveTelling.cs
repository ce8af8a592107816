using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Live;

/// <summary>Decides what each reader is told about entries that concern it: asks again what it may see, with the post as it stands now.</summary>
internal sealed class LiveTelling(PostEncoder encoder, ViewerStore viewers, LiveBooks books)
{
    /// <summary>The post that each entry is about; null where there is none any more.</summary>
    public ValueTask<EncodedPost?[]> Posts(ActivityHeader[] entries) =>
        encoder.Get(Array.ConvertAll(entries, entry => entry.Kind == ActivityKind.Delete ? 0 : entry.Subject));

    /// <summary>What decides what a reader is shown, as it stands now.</summary>
    public ValueTask<Viewer> Viewer(LiveReader reader) => viewers.Find(reader.Identity.Member);

    /// <summary>What a reader is told of an entry, if anything; the books have it.</summary>
    public LiveItem? Item(Viewer viewer, LiveReader reader, in ActivityHeader activity, EncodedPost? post)
    {
        if (activity.Kind != ActivityKind.Post)
        {
            return Change(viewer, reader, activity, post);
        }

        books.Expect(1);
        if (post is null || !Shows(viewer, reader, post.Post))
        {
            books.Filtered(1);
            return null;
        }

        return new(activity.Id, post, LiveReasons.Of(viewer, reader, post));
    }

    /// <summary>Puts what a reader missed into its queue, not yet committed.</summary>
    public async ValueTask Stage(LiveReader reader, ActivityHeader[] missed)
    {
        if (missed.Length == 0)
        {
            return;
        }

        var posts = await Posts(missed);
        var viewer = await Viewer(reader);
        var items = new List<LiveItem>(missed.Length);
        for (var i = 0; i < missed.Length; i++)
        {
            if (Item(viewer, reader, missed[i], posts[i]) is { } item)
            {
                items.Add(item);
            }
        }

        reader.Stage(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(items));
    }

    private static LiveItem? Change(Viewer viewer, LiveReader reader, in ActivityHeader activity, EncodedPost? post)
    {
        if (post is not null && Shows(viewer, reader, post.Post))
        {
            return new(activity.Target, post, null);
        }

        return Visibility.CouldSee(viewer, activity) ? new(activity.Target, null, null) : null;
    }

    /// <summary>Who watches the topic itself sees what is muted for the home timeline only.</summary>
    private static bool Shows(Viewer viewer, LiveReader reader, Post post) =>
        Visibility.Shows(viewer, post.Header) && Visibility.Wants(viewer, post, home: reader.Home && !reader.Topics.ContainsKey(post.Header.Topic));
}
