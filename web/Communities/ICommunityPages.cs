using OrleansMixi.Posts;
using OrleansMixi.Timelines;

namespace OrleansMixi.Communities;

/// <summary>What the pages of communities read. Null is what the viewer may not see, or what is not there.</summary>
public interface ICommunityPages
{
    /// <summary>The viewer's communities, invitations, and those that were asked for.</summary>
    Task<CommunityShelf> Shelf(int viewer, CommunityQuery query);

    /// <summary>The head of a community, with the viewer's standing.</summary>
    Task<CommunityView?> Head(int viewer, string slug);

    /// <summary>What the viewer may do as staff; nothing for most.</summary>
    Task<IReadOnlyList<string>> Rights(int viewer, string slug);

    /// <summary>The posts, newest first.</summary>
    Task<TimelineView?> Feed(int viewer, string slug, string? before, int limit);

    /// <summary>The topics of the board.</summary>
    Task<ListView<BoardTopicView>?> Topics(int viewer, string slug, int offset);

    /// <summary>Events to come, or past ones.</summary>
    Task<ListView<EventView>?> Events(int viewer, string slug, bool past, int offset);

    /// <summary>One event with its participants.</summary>
    Task<EventView?> Event(int viewer, string slug, string id);

    /// <summary>Events to come in all of the viewer's communities.</summary>
    Task<ListView<EventView>> Calendar(int viewer, int offset);

    /// <summary>The polls.</summary>
    Task<ListView<CommunityPollView>?> Polls(int viewer, string slug, int offset);

    /// <summary>One poll.</summary>
    Task<CommunityPollView?> Poll(int viewer, string slug, string id);

    /// <summary>The members.</summary>
    Task<ListView<MemberInView>?> Members(int viewer, string slug, int offset);

    /// <summary>Founder and moderators.</summary>
    Task<IReadOnlyList<MemberInView>> Staff(int viewer, string slug);

    /// <summary>Who waits to be let in, if the viewer may let them in.</summary>
    Task<IReadOnlyList<AuthorView>> Waiting(int viewer, string slug);

    /// <summary>Who is barred, if the viewer may bar.</summary>
    Task<IReadOnlyList<BarView>?> Bars(int viewer, string slug);

    /// <summary>What staff did.</summary>
    Task<ListView<DeedView>?> Deeds(int viewer, string slug, string? before);

    /// <summary>Communities with members in common.</summary>
    Task<IReadOnlyList<CommunityView>> Related(int viewer, string slug);
}
