using OrleansMixi.Posts;

namespace OrleansMixi.Notifications;

/// <summary>A notification as clients see it.</summary>
/// <param name="Id">Names it in <c>POST /api/notifications/read</c>.</param>
/// <param name="Kind"><c>comment</c>, <c>answer</c>, <c>mention</c>, <c>reaction</c>, <c>share</c>, <c>friend</c>, <c>follow</c>, <c>friend-request</c>, <c>follow-request</c>, <c>community-request</c>, <c>community-approved</c>, <c>community-invitation</c> or <c>introduction</c>.</param>
/// <param name="At">When it last happened.</param>
/// <param name="Unread">Whether it was not read since.</param>
/// <param name="Actors">Those who did it, newest first, at most three of them.</param>
/// <param name="Count">How many did it, counted up to 100.</param>
/// <param name="Post">The id of the post it is about, if any.</param>
/// <param name="Excerpt">How that post begins.</param>
/// <param name="Community">The topic of the community it is about, if any.</param>
/// <param name="Title">That community's title.</param>
/// <param name="Url">The page where it leads, on this host.</param>
public sealed record NotificationView(
    string Id,
    string Kind,
    DateTimeOffset At,
    bool Unread,
    IReadOnlyList<AuthorView> Actors,
    int Count,
    string? Post,
    string? Excerpt,
    string? Community,
    string? Title,
    string Url);
