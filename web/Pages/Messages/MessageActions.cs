using Microsoft.AspNetCore.Mvc;
using OrleansMixi.Messages;
using OrleansMixi.Pages.Actions;

namespace OrleansMixi.Pages.Messages;

/// <summary>The endpoints behind the forms of conversations, and the parts of their pages that scripts fetch again.</summary>
internal static class MessageActions
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/actions/messages").ExcludeFromDescription();
        group.MapPost("/start", Start);
        group.MapPost("/send", Send);
        group.MapPost("/unsend", Unsend);
        group.MapPost("/add", Add);
        group.MapPost("/leave", Leave);
        routes.MapGet("/messages/rows", Rows).ExcludeFromDescription();
        routes.MapGet("/message/{id}/lines", Lines).ExcludeFromDescription();
    }

    private static Task<IResult> Start(HttpContext http, FormRunner forms, [FromServices] MessageDoor door) =>
        forms.Run(http, async (me, form) =>
        {
            var title = form["title"].ToString();
            string[] handles = [.. form["handle"].OfType<string>().Where(handle => handle.Length > 0)];
            try
            {
                var id = handles.Length == 1 && title.Trim().Length == 0
                    ? await door.Open(me.Number, handles[0])
                    : await door.Found(me.Number, title, handles, Key(http, form));
                return new(Url: $"/message/{MessageViews.Text(id)}#end");
            }
            catch (MixiException refusal) when (refusal.Code == "forbidden")
            {
                return new("messages-friends-only");
            }
        });

    private static Task<IResult> Send(HttpContext http, FormRunner forms, [FromServices] MessageDoor door) =>
        forms.Run(http, async (me, form) =>
        {
            var stamp = form["stamp"].ToString();
            var draft = stamp.Length > 0 ? new MessageDraft(null, stamp, Key(http, form)) : new(form["text"].ToString(), null, Key(http, form));
            await door.Send(me.Number, form["conversation"].ToString(), draft);
            return new();
        });

    private static Task<IResult> Unsend(HttpContext http, FormRunner forms, [FromServices] MessageDoor door) =>
        forms.Run(http, async (me, form) =>
        {
            await door.Unsend(me.Number, form["conversation"].ToString(), form["message"].ToString());
            return new();
        });

    private static Task<IResult> Add(HttpContext http, FormRunner forms, [FromServices] MessageDoor door) =>
        forms.Run(http, async (me, form) =>
        {
            await door.Add(me.Number, form["conversation"].ToString(), [form["handle"].ToString()]);
            return new();
        });

    private static Task<IResult> Leave(HttpContext http, FormRunner forms, [FromServices] MessageDoor door) =>
        forms.Run(http, async (me, form) =>
        {
            await door.Leave(me.Number, form["conversation"].ToString());
            return new("group-left");
        });

    private static Task<IResult> Rows(HttpContext http, FragmentRunner fragments, [FromServices] MessagePages pages) =>
        fragments.Run<ConversationRows>(http, async me => new() { ["List"] = await pages.List(me.Number, null), ["Self"] = me.Handle });

    private static Task<IResult> Lines(string id, bool? seen, HttpContext http, FragmentRunner fragments, [FromServices] MessagePages pages) =>
        fragments.Run<TalkLines>(http, async me => await pages.Open(me.Number, id, null, seen ?? false) is { } page
            ? new() { ["Page"] = page, ["Self"] = me.Handle, ["UnsendSince"] = pages.UnsendSince }
            : null);

    private static string? Key(HttpContext http, IFormCollection form) =>
        http.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } header ? header : form["key"].ToString() is { Length: > 0 } key ? key : null;
}
