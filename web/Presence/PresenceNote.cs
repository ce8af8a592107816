using OrleansMixi.Accounts;

namespace OrleansMixi.Presence;

/// <summary>Notes that members are active: by each request, and for as long as a live connection stands.</summary>
internal sealed class PresenceNote(RequestDelegate next, PresenceBook book)
{
    public Task Invoke(HttpContext http)
    {
        var member = http.User.Member();
        if (member == 0)
        {
            return next(http);
        }

        if (http.Request.Path.StartsWithSegments("/hubs") || http.Request.Path.StartsWithSegments("/api/stream"))
        {
            return Connected(http, member);
        }

        book.Note(member);
        return next(http);
    }

    private async Task Connected(HttpContext http, int member)
    {
        using var connection = book.Connected(member);
        await next(http);
    }
}
