using System.Globalization;
using OrleansMixi.Log;
using OrleansMixi.Pages.Text;
using OrleansMixi.Posts;

namespace OrleansMixi.Notifications;

/// <summary>Makes views of notifications, for API and pages.</summary>
internal static class NotificationViews
{
    private const int Faces = 3;
    private const int ExcerptLength = 80;

    public static NotificationView Of(ShownNotification shown)
    {
        var row = shown.Row;
        return new(
            NotificationWords.Id(row),
            NotificationWords.Of(row.Kind),
            DateTimeOffset.FromUnixTimeMilliseconds(PostId.UnixMs(row.At)),
            shown.Unread,
            [.. shown.Actors.Take(Faces).Select(actor => new AuthorView(actor.Handle, actor.Nickname, actor.Bot))],
            shown.Actors.Count,
            shown.Post is { } post ? PostId.Format(post.Id) : null,
            shown.Post is { } about ? Excerpt(about.Body) : null,
            shown.Community is { } place ? new TopicName(TopicKind.Community, place.Slug).ToString() : null,
            shown.Community?.Title,
            Url(shown));
    }

    private static string Url(ShownNotification shown) => shown.Row.Kind switch
    {
        NotificationKind.Comment or NotificationKind.Answer => $"/post/{PostId.Format(shown.Newest!.Topic.Value)}",
        NotificationKind.Share => $"/post/{PostId.Format(shown.Newest!.Id)}",
        NotificationKind.Mention when shown.Post!.Topic.Kind == TopicKind.Thread => $"/post/{PostId.Format(shown.Post.Topic.Value)}",
        NotificationKind.Mention or NotificationKind.Reaction => $"/post/{PostId.Format(shown.Post!.Id)}",
        NotificationKind.FriendRequest or NotificationKind.FollowRequest => "/friends",
        NotificationKind.Introduction => "/friends/introductions",
        NotificationKind.Friend or NotificationKind.Follow => $"/user/{shown.Actors[0].Handle}",
        _ => $"/community/{shown.Community!.Slug}",
    };

    private static string Excerpt(ActivityBody body)
    {
        var text = new StringInfo(TextParts.Clip(body.Title ?? body.Text).ReplaceLineEndings(" "));
        return text.LengthInTextElements <= ExcerptLength ? text.String : text.SubstringByTextElements(0, ExcerptLength) + "…";
    }
}
