using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Live;

/// <summary>Decides what each reader is told about entries that concern it: asks again what it may see, with the post as it stands now.</summary>
internal sealed class LiveTelling(PostEncoder posts, ViewerStore viewers, LiveBooks books)
{
    /// <summary>Items by reader number, in the order of the entries.</summary>
    public async Task<IReadOnlyDictionary<int, List<LiveItem>>> Tell(IEnumerable<(LiveReader Reader, ActivityHeader Activity)> concerned)
    {
        var entries = concerned.ToList();
        var present = await posts.Get([.. entries.Where(entry => entry.Activity.Kind != ActivityKind.Delete).Select(entry => entry.Activity.Subject).Distinct()]);
        var told = new Dictionary<int, List<LiveItem>>();
        foreach (var (reader, activity) in entries)
        {
            var item = Item(await viewers.Find(reader.Identity.Member), reader, activity, present.GetValueOrDefault(activity.Subject));
            if (activity.Kind == ActivityKind.Post)
            {
                books.Expect(1);
                books.Filtered(item is null ? 1 : 0);
            }

            if (item is { } wanted)
            {
                if (!told.TryGetValue(reader.Number, out var items))
                {
                    told[reader.Number] = items = [];
                }

                items.Add(wanted);
            }
        }

        return told;
    }

    private static LiveItem? Item(Viewer viewer, LiveReader reader, ActivityHeader activity, EncodedPost? post)
    {
        if (activity.Kind == ActivityKind.Post)
        {
            return post is null || !Visibility.Shows(viewer, post.Post.Header) ? null : new(activity.Id, post, LiveReasons.Of(viewer, reader, post));
        }

        if (post is not null && Visibility.Shows(viewer, post.Post.Header))
        {
            return new(activity.Target, post, null);
        }

        return Visibility.CouldSee(viewer, activity) ? new(activity.Target, null, null) : null;
    }
}
