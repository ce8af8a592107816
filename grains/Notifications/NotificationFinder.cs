using Microsoft.Extensions.Options;
using OrleansMixi.Communities;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Reactions;

namespace OrleansMixi.Notifications;

/// <summary>Finds for whom an entry of the log is news. Whether they may and want to know is asked elsewhere.</summary>
internal sealed class NotificationFinder(
    PostStore posts, AuthorStore authors, PersonaStore personas, ReactionStore reactions, NotificationStore store, IOptions<NotificationOptions> options)
{
    private const long DayMs = 86_400_000;

    /// <summary>What follows from an entry, each member at most once.</summary>
    public async ValueTask<IReadOnlyList<NewNotification>> Of(Activity entry)
    {
        var header = entry.Header;
        if ((header.Flags & ActivityFlags.Silent) != 0)
        {
            return [];
        }

        var found = header.Kind switch
        {
            ActivityKind.Post => [.. await Answered(header), .. await Mentioned(header, header.Id, entry.Body)],
            ActivityKind.Edit => await Mentioned(header, header.Target, entry.Body),
            ActivityKind.Counts => await NewReactions(header.Target, header.Id),
            ActivityKind.Edge => Bound(header),
            _ => [],
        };
        return found.Count == 0 ? [] : await Told(found);
    }

    /// <summary>Those of the newest reactions to a post that are not told of yet.</summary>
    public async ValueTask<IReadOnlyList<NewNotification>> Reacted(long post, long at) => await Told(await NewReactions(post, at));

    private async ValueTask<IReadOnlyList<NewNotification>> NewReactions(long post, long at)
    {
        if (await posts.Find(post) is not { } present || await reactions.To(post) is not { Count: > 0 } newest)
        {
            return [];
        }

        var author = await personas.Owner(present.Author);
        var known = await store.Known(author, NotificationKind.Reaction, post);
        return [.. newest.Select(reaction => reaction.Member).Where(member => member != author).Distinct().Take(options.Value.Actors)
            .Select((member, place) => new NewNotification(author, NotificationKind.Reaction, post, member, 0, at - place)).Where(one => !known.Contains(one.Actor))];
    }

    /// <summary>A persona's news go to the member behind it; nobody is told of the own deeds, under whichever name.</summary>
    private async ValueTask<IReadOnlyList<NewNotification>> Told(IReadOnlyList<NewNotification> found)
    {
        var told = new List<NewNotification>(found.Count);
        foreach (var one in found)
        {
            var owner = await personas.Owner(one.Member);
            if (owner != await personas.Owner(one.Actor))
            {
                told.Add(one with { Member = owner });
            }
        }

        return [.. told.DistinctBy(one => (one.Member, one.Actor))];
    }

    private async ValueTask<IReadOnlyList<NewNotification>> Answered(ActivityHeader post)
    {
        if (post.Target == 0 || await posts.Find(post.Target) is not { } target)
        {
            return [];
        }

        NewNotification Tell(NotificationKind kind, Post about) => new(about.Author, kind, about.Id, post.Author, post.Id, post.Id);
        var topic = Topic.Of(post.Topic);
        return topic.Kind != TopicKind.Thread ? [Tell(NotificationKind.Share, target)]
            : target.Id == topic.Value ? [Tell(NotificationKind.Comment, target)]
            : await posts.Find(topic.Value) is { } root ? [Tell(NotificationKind.Answer, target), Tell(NotificationKind.Comment, root)]
            : [];
    }

    private async ValueTask<IReadOnlyList<NewNotification>> Mentioned(ActivityHeader entry, long post, ActivityBody? body)
    {
        // News come from outside, where a name after an @ is somebody else's.
        if (body is null or { Form: PostForm.News })
        {
            return [];
        }

        var found = new List<NewNotification>();
        foreach (var handle in Mentions.In(body.Text))
        {
            if (await authors.Find(handle) is { } member)
            {
                found.Add(new(member.Number, NotificationKind.Mention, post, entry.Author, post, entry.Id));
            }
        }

        return found;
    }

    private static IReadOnlyList<NewNotification> Bound(ActivityHeader edge)
    {
        var topic = Topic.Of(edge.Topic);
        if (topic.Kind != TopicKind.User || (edge.Edge & EdgeKinds.AnyBlock) != 0)
        {
            return [];
        }

        return (edge.Edge.HasFlag(EdgeKind.Friend), edge.Actor == edge.Author) switch
        {
            (true, false) => [new(edge.Author, NotificationKind.Friend, edge.Actor, edge.Actor, 0, edge.Id)],
            (false, true) when edge.Edge.HasFlag(EdgeKind.Follow) => [new(topic.Number, NotificationKind.Follow, PostId.UnixMs(edge.Id) / DayMs, edge.Author, 0, edge.Id)],
            _ => [],
        };
    }
}
