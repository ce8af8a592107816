using Microsoft.AspNetCore.Mvc;
using OrleansMixi.Pages.Actions;
using OrleansMixi.Privacy;

namespace OrleansMixi.Pages.Privacy;

/// <summary>The endpoint behind the form of privacy.</summary>
internal static class PrivacyActions
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/actions/privacy", Change).ExcludeFromDescription();

    private static Task<IResult> Change(HttpContext http, FormRunner forms, [FromServices] PrivacyDesk desk) =>
        forms.Run(http, async (me, form) =>
        {
            var from = form["messagesFrom"] == "everyone" ? MessagesFrom.Everyone : MessagesFrom.Friends;
            await desk.Change(me.Number, new(from, form["footprints"] == "on", form["presence"] == "on", form["announce"] == "on"));
            return new("saved");
        });
}
