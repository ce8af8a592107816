using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Live;

/// <summary>Decides what each reader is told about entries that concern it: asks again what it may see, with the post as it stands now.</summary>
internal sealed class LiveTelling(PostEncoder encoder, Sight sight, ViewerStore viewers, LiveBooks books)
{
    /// <summary>The post that each entry is about; null where there is none any more.</summary>
    public ValueTask<EncodedPost?[]> Posts(ActivityHeader[] entries) =>
        encoder.Get(Array.ConvertAll(entries, entry => entry.Kind is ActivityKind.Delete or ActivityKind.Notice ? 0 : entry.Subject));

    /// <summary>What decides about each entry's post beside its header; null where all are plain, as they mostly are.</summary>
    public ValueTask<Exposure?[]?> Exposures(ActivityHeader[] entries, EncodedPost?[] posts) =>
        Array.TrueForAll(entries, entry => Visibility.IsPlain(entry) && Visibility.IsPlain(entry with { Audience = entry.Before })) ? default : Find(entries, posts);

    /// <summary>What decides what a reader is shown, as it stands now.</summary>
    public ValueTask<Viewer> Viewer(LiveReader reader) => viewers.Find(reader.Identity.Member);

    /// <summary>What a reader is told of an entry, if anything; the books have it.</summary>
    public LiveItem? Item(Viewer viewer, LiveReader reader, in ActivityHeader activity, EncodedPost? post, Exposure? exposure)
    {
        if (activity.Kind == ActivityKind.Notice)
        {
            return viewer.Member == activity.Author ? new(activity.Id, null, NoticeWords.Of(activity)) : null;
        }

        if (activity.Kind != ActivityKind.Post)
        {
            return Change(viewer, reader, activity, post, exposure);
        }

        books.Expect(1);
        if (post is null || (activity.Friend != 0 && !reader.Home) || !Shows(viewer, reader, post.Post, exposure)
            || ((!reader.Topics.ContainsKey(activity.Topic) || activity.Friend != 0) && !Visibility.IsNew(viewer, post.Post.Header, exposure)))
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
        var exposures = await Exposures(missed, posts);
        var viewer = await Viewer(reader);
        var items = new List<LiveItem>(missed.Length);
        for (var i = 0; i < missed.Length; i++)
        {
            if (Item(viewer, reader, missed[i], posts[i], exposures?[i]) is { } item)
            {
                items.Add(item);
            }
        }

        reader.Stage(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(items));
    }

    private static LiveItem? Change(Viewer viewer, LiveReader reader, in ActivityHeader activity, EncodedPost? post, Exposure? exposure)
    {
        if (post is not null && Shows(viewer, reader, post.Post, exposure))
        {
            return new(activity.Target, post, null);
        }

        return activity.Kind != ActivityKind.Counts && Visibility.CouldSee(viewer, activity, exposure) ? new(activity.Target, null, null) : null;
    }

    private async ValueTask<Exposure?[]?> Find(ActivityHeader[] entries, EncodedPost?[] posts)
    {
        var exposures = new Exposure?[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            var post = posts[i]?.Post.Header ?? entries[i];

            // An edit is told to those who could see the post before it too: whichever audience needs the circle finds it.
            exposures[i] = await sight.Of(Visibility.IsPlain(post) ? post with { Audience = entries[i].Before } : post);
        }

        return exposures;
    }

    /// <summary>Who watches the topic itself sees what is muted for the home timeline only.</summary>
    private static bool Shows(Viewer viewer, LiveReader reader, Post post, Exposure? exposure) =>
        Visibility.Shows(viewer, post.Header, exposure)
        && Visibility.Wants(viewer, post, home: reader.Home && !reader.Topics.ContainsKey(post.Header.Topic), exposure);
}
