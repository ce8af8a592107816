using OrleansMixi.Communities;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.News;
using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Data;

/// <summary>Makes the cards of topics: what they are called, and what binds the viewer to them.</summary>
internal sealed class TopicCards(
    IGrainFactory grains, AuthorStore authors, CommunityStore communities, EdgeStore edges, FriendRequestStore requests, CommunityDoor door)
{
    /// <summary>The head of a topic's page; null if there is none.</summary>
    public async Task<TopicCard?> Head(Viewer viewer, Topic topic) => topic.Kind switch
    {
        TopicKind.User => await User(viewer, topic),
        TopicKind.Community => await Community(viewer, topic),
        _ => await News(viewer, topic, await edges.Count(topic, EdgeKind.Follow)),
    };

    /// <summary>Cards for lists, in the order of kinds, then of names.</summary>
    public async Task<IReadOnlyList<TopicCard>> List(Viewer viewer, IReadOnlyCollection<Topic> topics)
    {
        var cards = new List<TopicCard>(topics.Count);
        var members = await authors.Get(topics.Where(topic => topic.Kind == TopicKind.User).Select(topic => topic.Number));
        cards.AddRange(members.Values.OrderBy(author => author.Handle, StringComparer.Ordinal).Select(author => new TopicCard(
            new(TopicKind.User, author.Handle), author.Nickname, "", 0, Bound(viewer, Topic.User(author.Number)), author.Bot)));
        cards.AddRange(Communities(viewer, await communities.Get(topics.Where(topic => topic.Kind == TopicKind.Community))));
        foreach (var topic in topics.Where(topic => topic.Kind == TopicKind.News).OrderBy(topic => topic.Number))
        {
            if (await News(viewer, topic, 0) is { } card)
            {
                cards.Add(card);
            }
        }

        return cards;
    }

    /// <summary>Cards of communities.</summary>
    public static IEnumerable<TopicCard> Communities(Viewer viewer, IEnumerable<CommunityRow> rows) => rows.Select(row => new TopicCard(
        new(TopicKind.Community, row.Slug), row.Title, row.Description, row.Members, Bound(viewer, Topic.Community(row.Number)), false, Joining.Open));

    private async Task<TopicCard?> User(Viewer viewer, Topic topic)
    {
        if (viewer.Blocks.Contains(topic.Number) || await authors.Find(topic.Number) is not { Suspended: false } author)
        {
            return null;
        }

        var settings = await grains.GetGrain<IUserGrain>(topic.Number).Settings();
        var relation = Bound(viewer, topic);
        if (viewer.Member != 0 && (relation & (Relation.Self | Relation.Friend)) == 0)
        {
            relation |= await requests.Waits(viewer.Member, topic.Number) ? Relation.FriendRequested : Relation.None;
            relation |= await requests.Waits(topic.Number, viewer.Member) ? Relation.FriendAsks : Relation.None;
        }

        return new(
            new(TopicKind.User, author.Handle), author.Nickname, settings.Introduction, await edges.Count(topic, EdgeKind.Follow), relation, author.Bot);
    }

    private async Task<TopicCard?> Community(Viewer viewer, Topic topic)
    {
        var community = grains.GetGrain<ICommunityGrain>(topic.Number);
        if (await community.Profile() is not { } profile)
        {
            return null;
        }

        var relation = Bound(viewer, topic) | (viewer.Member != 0 && await community.IsWaiting(viewer.Member) ? Relation.JoinRequested : Relation.None);
        var waiting = viewer.Member == 0 ? [] : await door.Waiting(viewer.Member, topic.Number);
        return new(
            new(TopicKind.Community, profile.Slug), profile.Title, profile.Description, await edges.Count(topic, EdgeKind.Member), relation, false, profile.Joining,
            [.. waiting.Select(author => new AuthorView(author.Handle, author.Nickname, author.Bot))]);
    }

    private static Task<TopicCard?> News(Viewer viewer, Topic topic, int followers) => Task.FromResult(
        NewsCategory.Slug(topic.Number) is { } slug ? new TopicCard(new(TopicKind.News, slug), "", "", followers, Bound(viewer, topic)) : null);

    private static Relation Bound(Viewer viewer, Topic topic) =>
        (viewer.Member != 0 && topic == Topic.User(viewer.Member) ? Relation.Self : Relation.None)
        | (viewer.Follows.Contains(topic.Value) ? Relation.Follows : Relation.None)
        | (viewer.Communities.Contains(topic.Value) ? Relation.Member : Relation.None)
        | (topic.Kind == TopicKind.User && viewer.Friends.Contains(topic.Number) ? Relation.Friend : Relation.None);
}
