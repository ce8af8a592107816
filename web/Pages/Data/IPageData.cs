using System.Security.Claims;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;

namespace OrleansMixi.Pages.Data;

/// <summary>
/// All that the pages read, already filtered by what the viewer may see and wants to see. A viewer is a member's number, 0
/// for somebody who is not signed in. What the viewer may not know of is null. Texts are plain; the pages encode them.
/// Lists are bounded by the implementation. Scoped; called once or twice per page.
/// </summary>
public interface IPageData
{
    /// <summary>The member behind a request; null for somebody who is not signed in.</summary>
    Task<PageMember?> Me(ClaimsPrincipal user, CancellationToken cancellationToken);

    /// <summary>A page of the viewer's home timeline, newest first.</summary>
    Task<TimelineView> Home(int viewer, string? before, int limit, CancellationToken cancellationToken);

    /// <summary>A page of one topic's feed.</summary>
    Task<TimelineView?> Feed(int viewer, TopicName topic, string? before, int limit, CancellationToken cancellationToken);

    /// <summary>A page of all news categories together, for the front page.</summary>
    Task<TimelineView> News(int viewer, string? before, int limit, CancellationToken cancellationToken);

    /// <summary>The head of a topic's page.</summary>
    Task<TopicCard?> Topic(int viewer, TopicName topic, CancellationToken cancellationToken);

    /// <summary>One post.</summary>
    Task<TimelineItem?> Post(int viewer, long post, CancellationToken cancellationToken);

    /// <summary>Everything that the viewer follows: members, communities, news.</summary>
    Task<IReadOnlyList<TopicCard>> Following(int viewer, CancellationToken cancellationToken);

    /// <summary>The viewer's communities and others to discover.</summary>
    Task<CommunityLists> Communities(int viewer, CancellationToken cancellationToken);

    /// <summary>Requests and friends.</summary>
    Task<FriendLists> Friends(int viewer, CancellationToken cancellationToken);

    /// <summary>Members whom the viewer blocks.</summary>
    Task<IReadOnlyList<AuthorView>> Blocked(int viewer, CancellationToken cancellationToken);

    /// <summary>The viewer's own settings.</summary>
    Task<OwnSettings> Settings(int viewer, CancellationToken cancellationToken);

    /// <summary>The viewer's living tokens.</summary>
    Task<IReadOnlyList<OwnToken>> Tokens(int viewer, CancellationToken cancellationToken);

    /// <summary>The viewer's invitations, newest first.</summary>
    Task<IReadOnlyList<OwnInvitation>> Invitations(int viewer, CancellationToken cancellationToken);

    /// <summary>Members whom a visitor may become with one click; empty outside Development.</summary>
    Task<IReadOnlyList<AuthorView>> DemoMembers(CancellationToken cancellationToken);
}
