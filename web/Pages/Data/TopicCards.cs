using OrleansMixi.Communities;
using OrleansMixi.Followers;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.News;
using OrleansMixi.Posts;
using OrleansMixi.Profiles;

namespace OrleansMixi.Pages.Data;

/// <summary>Makes the cards of topics: what they are called, and what binds the viewer to them.</summary>
internal sealed class TopicCards(
    IGrainFactory grains, AuthorStore authors, CommunityStore communities, EdgeCounts edges, FriendRequestStore requests, FollowRequestStore follows, ProfileReader profiles)
{
    /// <summary>The head of a topic's page; null if there is none.</summary>
    public async Task<TopicCard?> Head(Viewer viewer, Topic topic) => topic.Kind switch
    {
        TopicKind.User => await User(viewer, topic),
        TopicKind.Community => await List(viewer, [topic]) is [var card, ..] ? card : null,
        _ => await News(viewer, topic, await edges.Of(topic, EdgeKind.Follow)),
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
        new(TopicKind.Community, row.Slug), row.Title, row.Description, row.Members, Bound(viewer, Topic.Community(row.Number)), false, row.Joining));

    private async Task<TopicCard?> User(Viewer viewer, Topic topic)
    {
        if (viewer.Blocks.Contains(topic.Number) || await authors.Find(topic.Number) is not { Suspended: false } author)
        {
            return null;
        }

        var profile = await grains.GetGrain<IProfileGrain>(topic.Number).Read();
        var relation = Bound(viewer, topic);
        if (viewer.Member != 0 && (relation & (Relation.Self | Relation.Friend)) == 0)
        {
            relation |= await requests.Waits(viewer.Member, topic.Number) ? Relation.FriendRequested : Relation.None;
            relation |= await requests.Waits(topic.Number, viewer.Member) ? Relation.FriendAsks : Relation.None;
            relation |= await follows.Waits(viewer.Member, topic.Number) ? Relation.JoinRequested : Relation.None;
        }

        return new(
            new(TopicKind.User, author.Handle), author.Nickname, await profiles.Introduction(viewer, topic.Number, profile), await edges.Of(topic, EdgeKind.Follow), relation, author.Bot, Locked: profile.Locked);
    }

    private static Task<TopicCard?> News(Viewer viewer, Topic topic, int followers) => Task.FromResult(
        NewsCategory.Slug(topic.Number) is { } slug ? new TopicCard(new(TopicKind.News, slug), "", "", followers, Bound(viewer, topic)) : null);

    private static Relation Bound(Viewer viewer, Topic topic) =>
        (viewer.Member != 0 && topic == Topic.User(viewer.Member) ? Relation.Self : Relation.None)
        | (viewer.Follows.Contains(topic.Value) ? Relation.Follows : Relation.None)
        | (viewer.Communities.Contains(topic.Value) ? Relation.Member : Relation.None)
        | (topic.Kind == TopicKind.User && viewer.Friends.Contains(topic.Number) ? Relation.Friend : Relation.None);
}
