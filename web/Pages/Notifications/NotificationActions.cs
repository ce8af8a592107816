using System.Globalization;
using OrleansMixi.Notifications;
using OrleansMixi.Pages.Actions;

namespace OrleansMixi.Pages.Notifications;

/// <summary>The endpoints behind the forms about notifications.</summary>
internal static class NotificationActions
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/actions/notifications").ExcludeFromDescription();
        group.MapPost("/read", Read);
        group.MapPost("/switches", Switch);
    }

    private static Task<IResult> Read(HttpContext http, FormRunner forms, INotificationPages notifications) =>
        forms.Run(http, async (me, form) =>
        {
            await (form["id"].ToString() is { Length: > 0 } id ? notifications.Read(me.Number, id) : notifications.ReadAll(me.Number, UpTo(form)));
            return new();
        });

    private static Task<IResult> Switch(HttpContext http, FormRunner forms, INotificationPages notifications) =>
        forms.Run(http, async (me, form) =>
        {
            var on = form["on"].Select(NotificationWords.KindOf).ToHashSet();
            await notifications.Switch(me.Number, NotificationKinds.All.Where(kind => !on.Contains(kind)));
            return new("saved");
        });

    /// <summary>What the page showed at the top: what came since stays unread.</summary>
    private static DateTimeOffset? UpTo(IFormCollection form) =>
        long.TryParse(form["upTo"], NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(ms)
            : null;
}
