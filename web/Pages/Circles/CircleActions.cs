using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OrleansMixi.Circles;
using OrleansMixi.Followers;
using OrleansMixi.Pages.Actions;

namespace OrleansMixi.Pages.Circles;

/// <summary>The endpoints behind the forms about friend groups and followers.</summary>
internal static class CircleActions
{
    private const int MaxBody = 128 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/actions").WithMetadata(new RequestSizeLimitAttribute(MaxBody)).ExcludeFromDescription();
        group.MapPost("/circles/create", Create);
        group.MapPost("/circles/edit", Edit);
        group.MapPost("/circles/remove", Remove);
        group.MapPost("/circles/of-friend", OfFriend);
        group.MapPost("/followers/approve", Approve);
        group.MapPost("/followers/turn-away", TurnAway);
    }

    private static Task<IResult> Create(HttpContext http, FormRunner forms, CircleDesk desk) =>
        forms.Run(http, async (me, form) =>
        {
            var number = await desk.Create(me.Number, form["name"].ToString());
            return new("group-made", $"/friends/groups/{number}/edit");
        });

    private static Task<IResult> Edit(HttpContext http, FormRunner forms, CircleDesk desk) =>
        forms.Run(http, async (me, form) =>
        {
            var number = CircleDesk.Number(form["group"].ToString());
            if (number != FriendGroup.Close && (await desk.Find(me.Number, number)).Name != form["name"].ToString())
            {
                await desk.Rename(me.Number, number, form["name"].ToString());
            }

            await desk.Fill(me.Number, number, form["friends"].OfType<string>());
            return new("saved");
        });

    private static Task<IResult> Remove(HttpContext http, FormRunner forms, CircleDesk desk) =>
        forms.Run(http, async (me, form) =>
        {
            await desk.Remove(me.Number, CircleDesk.Number(form["group"].ToString()));
            return new("group-removed");
        });

    /// <summary>Puts a friend into exactly these groups.</summary>
    private static Task<IResult> OfFriend(HttpContext http, FormRunner forms, CircleDesk desk) =>
        forms.Run(http, async (me, form) =>
        {
            var (handle, wanted) = (form["handle"].ToString(), form["groups"].OfType<string>().ToHashSet());
            foreach (var group in await desk.Of(me.Number))
            {
                var inside = wanted.Contains(group.Number.ToString(CultureInfo.InvariantCulture));
                if (inside != group.Friends.Any(friend => friend.Handle == handle))
                {
                    await desk.Place(me.Number, group.Number, handle, inside);
                }
            }

            return new("saved");
        });

    private static Task<IResult> Approve(HttpContext http, FormRunner forms, FollowerDesk desk) =>
        forms.Run(http, async (me, form) =>
        {
            await desk.Approve(me.Number, form["handle"].ToString());
            return new("follow-approved");
        });

    private static Task<IResult> TurnAway(HttpContext http, FormRunner forms, FollowerDesk desk) =>
        forms.Run(http, async (me, form) =>
        {
            await desk.TurnAway(me.Number, form["handle"].ToString());
            return new();
        });
}
