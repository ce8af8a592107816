using OrleansMixi.Pages;
using OrleansMixi.Posts;

namespace OrleansMixi.Notifications;

/// <summary>Notifications of a made-up town.</summary>
internal sealed class DemoNotifications : INotificationPages
{
    private static readonly AuthorView Ken = new("ken_t", "けんたろう", false);
    private static readonly AuthorView Mia = new("mia", "Mia from Lisbon", false);
    private static readonly AuthorView Evil = new("evil", "<script>alert(1)</script>", false);

    public Task<NotificationsView> Page(int member, string? before, int limit) => Task.FromResult(new NotificationsView(
        [
            Item("comment:1", "comment", true, [Ken], 1, "商店街の古い喫茶店、来月で閉店だそうです。", url: "/post/8999999999999999953"),
            Item("reaction:1", "reaction", true, [Mia, Ken, Evil], 13, "商店街の古い喫茶店、来月で閉店だそうです。", url: "/post/8999999999999999953"),
            Item("community-request:1", "community-request", false, [Mia, Evil], 2, null, "今日のお弁当", "/community/bento"),
            Item("friend-request:3", "friend-request", false, [Evil], 1, null, url: "/friends"),
        ],
        "9000"));

    public Task<int> Unread(int member) => Task.FromResult(2);

    public Task Read(int member, string id) => Task.CompletedTask;

    public Task ReadAll(int member, DateTimeOffset? upTo) => Task.CompletedTask;

    public Task<IReadOnlyList<NotificationKind>> Off(int member) => Task.FromResult<IReadOnlyList<NotificationKind>>([NotificationKind.Follow]);

    public Task Switch(int member, IEnumerable<NotificationKind> off) => Task.CompletedTask;

    private static NotificationView Item(string id, string kind, bool unread, AuthorView[] actors, int count, string? excerpt, string? title = null, string url = "/") =>
        new(id, kind, DemoPageData.Noon, unread, actors, count, null, excerpt, null, title, url);
}
