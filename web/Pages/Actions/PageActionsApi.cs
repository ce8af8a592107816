using Microsoft.AspNetCore.Mvc;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Media;
using OrleansMixi.Pages.Data;
using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Actions;

/// <summary>The endpoints behind the pages' forms.</summary>
internal static class PageActionsApi
{
    /// <summary>The longest form of these pages: a diary's text, encoded.</summary>
    private const int MaxBody = 512 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/actions")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBody))
            .ExcludeFromDescription();
        group.MapPost("/post", Publish);
        group.MapPost("/edit", Edit);
        group.MapPost("/delete", Delete);
        group.MapPost("/follow", Follow);
        group.MapPost("/unfollow", Unfollow);
        group.MapPost("/friend/request", RequestFriend);
        group.MapPost("/friend/accept", AcceptFriend);
        group.MapPost("/friend/end", EndFriend);
        group.MapPost("/settings", ChangeSettings);
        group.MapPost("/deed", Deed);
        group.MapPost("/block", (HttpContext http, FormRunner forms, IPageActions actions) => Block(http, forms, actions, true));
        group.MapPost("/unblock", (HttpContext http, FormRunner forms, IPageActions actions) => Block(http, forms, actions, false));
    }

    private static Task<IResult> Publish(HttpContext http, FormRunner forms, IPageActions actions, [FromServices] FormPictures? pictures) =>
        forms.Run(pictures?.Widen(http) ?? http, async (me, form) => await (pictures?.With(me.Number, form, media => Write(http, actions, me, form, media)) ?? Write(http, actions, me, form, null)));

    private static async Task<FormOutcome> Write(HttpContext http, IPageActions actions, PageMember me, IFormCollection form, IReadOnlyList<long>? media)
    {
        TopicName? topic = form["topic"].ToString() is { Length: > 0 } name ? Topic(name) : null;
        var key = http.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } header ? header : form["key"].ToString();
        var post = await actions.Publish(me.Number, topic, Text(form, "text"), Audience(form), key.Length == 0 ? null : key, form["replyTo"].ToString() is { Length: > 0 } answered ? Id(answered) : 0, media, form["fleeting"] == "on");
        return new(Post: post);
    }

    private static Task<IResult> Edit(HttpContext http, FormRunner forms, IPageActions actions, [FromServices] FormPictures? pictures) =>
        forms.Run(pictures?.Widen(http) ?? http, async (me, form) =>
        {
            if (pictures is null || !form.ContainsKey("pictures"))
            {
                await actions.Edit(me.Number, Post(form), Text(form, "text"));
                return new("edited");
            }

            var kept = await pictures.Kept(me.Number, form);
            return await pictures.With(me.Number, form, async added =>
            {
                await actions.Edit(me.Number, Post(form), Text(form, "text"), [.. kept, .. added ?? []]);
                return new FormOutcome("edited");
            });
        });

    private static Task<IResult> Delete(HttpContext http, FormRunner forms, IPageActions actions) =>
        forms.Run(http, async (me, form) =>
        {
            await actions.Delete(me.Number, Post(form));
            return new("deleted");
        });

    private static Task<IResult> Follow(HttpContext http, FormRunner forms, IPageActions actions) =>
        forms.Run(http, async (me, form) =>
        {
            var topic = Topic(form["topic"]);
            var requested = await actions.Follow(me.Number, topic) == FollowOutcome.Requested;
            return new(!requested ? null : topic.Kind == TopicKind.User ? "follow-requested" : "join-requested");
        });

    private static Task<IResult> Unfollow(HttpContext http, FormRunner forms, IPageActions actions) =>
        forms.Run(http, async (me, form) =>
        {
            await actions.Unfollow(me.Number, Topic(form["topic"]));
            return new();
        });

    private static Task<IResult> RequestFriend(HttpContext http, FormRunner forms, IPageActions actions) =>
        forms.Run(http, async (me, form) =>
        {
            var message = Text(form, "message").Trim();
            var outcome = await actions.RequestFriend(me.Number, form["handle"].ToString(), message.Length == 0 ? null : message);
            return new(outcome == FriendOutcome.Friends ? "friends-now" : "friend-requested");
        });

    private static Task<IResult> AcceptFriend(HttpContext http, FormRunner forms, IPageActions actions) =>
        forms.Run(http, async (me, form) =>
        {
            await actions.AcceptFriend(me.Number, form["handle"].ToString());
            return new("friends-now");
        });

    private static Task<IResult> EndFriend(HttpContext http, FormRunner forms, IPageActions actions) =>
        forms.Run(http, async (me, form) =>
        {
            await actions.EndFriend(me.Number, form["handle"].ToString());
            return new();
        });

    private static Task<IResult> ChangeSettings(HttpContext http, FormRunner forms, IPageActions actions) =>
        forms.Run(http, async (me, form) =>
        {
            var settings = new OwnSettings(Text(form, "nickname").Trim(), form["hideBots"] == "on");
            await actions.ChangeSettings(me.Number, settings);
            return new("saved");
        });

    /// <summary>Browsers send line ends as CR LF; the log keeps LF, so that a text counts the same everywhere.</summary>
    private static string Text(IFormCollection form, string name) => form[name].ToString().ReplaceLineEndings("\n");

    private static TopicName Topic(string? text) => TopicName.TryParse(text, out var topic) ? topic : throw Errors.NotFound("topic");

    private static long Post(IFormCollection form) => PostId.TryParse(form["id"].ToString(), out var id) ? id : throw Errors.NotFound("post");

    private static long Id(string text) => PostId.TryParse(text, out var id) ? id : throw Errors.NotFound("post");

    private static Audience Audience(IFormCollection form) =>
        PostWords.AudienceOf(form["audience"].ToString() is { Length: > 0 } word ? word : null) ?? Posts.Audience.Everyone;

    /// <summary>The small buttons under posts: <c>share=id</c>, <c>on=id:reaction</c>, <c>off=id:reaction</c>.</summary>
    private static Task<IResult> Deed(HttpContext http, FormRunner forms, IPageActions actions) =>
        forms.Run(http, async (me, form) =>
        {
            if (form["share"].ToString() is { Length: > 0 } story)
            {
                await actions.Share(me.Number, Id(story));
                return new("shared");
            }

            var on = form["on"].ToString() is { Length: > 0 } word ? word : null;
            var parts = (on ?? form["off"].ToString()).Split(':');
            await actions.React(me.Number, Id(parts[0]), PostWords.ReactionOf(parts[^1]), on is not null);
            return new();
        });

    private static Task<IResult> Block(HttpContext http, FormRunner forms, IPageActions actions, bool on) =>
        forms.Run(http, async (me, form) =>
        {
            await actions.Block(me.Number, form["handle"].ToString(), on);
            return on ? new("blocked", "/account/blocks") : new("unblocked");
        });
}
