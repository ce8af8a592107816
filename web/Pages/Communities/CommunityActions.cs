using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OrleansMixi.Communities;
using OrleansMixi.Log;
using OrleansMixi.Pages.Actions;

namespace OrleansMixi.Pages.Communities;

/// <summary>The endpoints behind the forms of communities' pages.</summary>
internal static class CommunityActions
{
    private const int MaxBody = 512 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/actions/communities").WithMetadata(new RequestSizeLimitAttribute(MaxBody)).ExcludeFromDescription();
        group.MapPost("/found", Found);
        Deed(group, "/settings", "saved", (room, form) => room.Change(new ChangeRequest(
            Text(form, "title"), Text(form, "description"), Word(form, "category"), Word(form, "visibility"), Word(form, "joining"), Word(form, "posting"))));
        Deed(group, "/let-in", "let-in", (room, form) => room.LetIn(Handle(form)));
        Deed(group, "/decline", null, (room, form) => room.About(form["handle"], (grain, me, member) => grain.Decline(me, member)));
        Deed(group, "/invite", "room-invited", (room, form) => room.LetIn(Handle(form)));
        Deed(group, "/staff", "saved", (room, form) =>
            room.About(form["handle"], (grain, me, member) => grain.SetStaff(me, member, CommunityWords.RightsOf(form["rights"].OfType<string>()))));
        Deed(group, "/bar", "room-barred", (room, form) => room.About(form["handle"], (grain, me, member) => grain.Bar(me, member, room.Until(Number(form, "days")), Text(form, "reason"))));
        Deed(group, "/unbar", "saved", (room, form) => room.About(form["handle"], (grain, me, member) => grain.Unbar(me, member)));
        Deed(group, "/remove", "room-removed", (room, form) => room.Do((grain, me) => grain.RemovePost(me, Post(form), Text(form, "reason"))));
        Deed(group, "/restore", "saved", (room, form) => room.Do((grain, me) => grain.RestorePost(me, Post(form))));
        Deed(group, "/undo", "room-undone", (room, form) => room.Do((grain, me) => grain.Undo(me, Number(form, "entry"))));
        Deed(group, "/hand-over", "saved", (room, form) => room.About(form["handle"], (grain, me, member) => grain.HandOver(me, member)));
        Deed(group, "/claim", "saved", (room, _) => room.Do((grain, me) => grain.Claim(me)));
        Deed(group, "/pin", "saved", (room, form) => room.Do((grain, me) => grain.Pin(me, Post(form), pinned: true)));
        Deed(group, "/unpin", "saved", (room, form) => room.Do((grain, me) => grain.Pin(me, Post(form), pinned: false)));
        Deed(group, "/cancel", "saved", (room, form) => room.Do((grain, me) => grain.CancelEvent(me, Post(form), form["cancelled"] == "yes")));
        Deed(group, "/persona", "saved", (room, form) => room.ComeInAs(Text(form, "nickname")));
        Deed(group, "/topic", "posted", (room, form) => room.Begin(new(Text(form, "title"), Text(form, "text")), Key(form)));
        Deed(group, "/event", "posted", (room, form) => room.Announce(
            new(Text(form, "title"), Text(form, "text"), form["starts"].ToString(), form["zone"].ToString().Trim(), Text(form, "place"), (int)Number(form, "places")), Key(form)));
        Deed(group, "/event-change", "saved", (room, form) => room.ChangeEvent(
            form["post"].ToString(), new(form["starts"].ToString(), form["zone"].ToString().Trim(), Text(form, "place"), (int)Number(form, "places"))));
        Deed(group, "/take", "event-taken", (room, form) => room.Take(form["post"].ToString(), part: true));
        Deed(group, "/give-back", "saved", (room, form) => room.Take(form["post"].ToString(), part: false));
        Deed(group, "/poll", "posted", (room, form) => room.Ask(Text(form, "text"), Text(form, "options").Split('\n'), Number(form, "days"), Key(form)));
        Deed(group, "/vote", "voted", (room, form) => room.Vote(form["post"].ToString(), (int)Number(form, "option")));
    }

    private static Task<IResult> Found(HttpContext http, FormRunner forms, CommunityFounder founder) =>
        forms.Run(http, async (me, form) =>
        {
            var profile = await founder.Found(me.Number, new(
                form["slug"].ToString().Trim(), Text(form, "title"), Text(form, "description"), Word(form, "joining"), Word(form, "category"), Word(form, "visibility"), Word(form, "posting")));
            return new("founded", $"/community/{profile.Slug}");
        });

    private static void Deed(RouteGroupBuilder group, string path, string? notice, Func<RoomDeeds, IFormCollection, Task> deed) =>
        group.MapPost(path, (HttpContext http, FormRunner forms, RoomWork work) => forms.Run(http, async (me, form) =>
        {
            await deed(await work.In(me.Number, form["slug"].ToString()), form);
            return new(notice);
        }));

    private static string Text(IFormCollection form, string name) => form[name].ToString().ReplaceLineEndings("\n").Trim();

    private static string? Word(IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } word ? word : null;

    private static string? Key(IFormCollection form) => form["key"].ToString() is { Length: > 0 } key ? key : null;

    private static string Handle(IFormCollection form) => form["handle"].ToString().Trim().TrimStart('@');

    /// <summary>A number; 0 where none was given.</summary>
    private static long Number(IFormCollection form, string name) =>
        form[name].ToString() is not { Length: > 0 } text ? 0
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= (name == "entry" ? long.MaxValue : int.MaxValue) ? number
        : throw Errors.Invalid(name, $"'{name}' is a whole number.");

    /// <summary>A post by its id, or by the address of its page.</summary>
    private static long Post(IFormCollection form) =>
        PostId.TryParse(form["post"].ToString().Split('?', '#')[0].TrimEnd('/').Split('/')[^1].Trim(), out var id) ? id : throw Errors.NotFound("post");
}
