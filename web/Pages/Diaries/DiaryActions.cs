using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OrleansMixi.Diaries;
using OrleansMixi.Log;
using OrleansMixi.Media;
using OrleansMixi.Pages.Actions;

namespace OrleansMixi.Pages.Diaries;

/// <summary>The forms of the diary: keep, look, schedule, post, delete.</summary>
internal static class DiaryActions
{
    private const int MaxBody = 512 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/actions/diary").WithMetadata(new RequestSizeLimitAttribute(MaxBody)).ExcludeFromDescription();
        group.MapPost("/save", Save);
        group.MapPost("/delete", Delete);
    }

    private static Task<IResult> Save(HttpContext http, FormRunner forms, [FromServices] FormPictures pictures, DraftStore drafts, DiaryPress press, LogTail tail, TimeProvider time) =>
        forms.Run(pictures.Widen(http), async (me, form) =>
        {
            // The words first: whatever is refused after that, they are in the draft.
            var kept = await pictures.Kept(me.Number, form);
            var number = await Keep(Number(form["draft"].ToString()), null, kept);
            try
            {
                return await pictures.With(me.Number, form, async added =>
                {
                    var at = form["do"] == "schedule" ? Moment(form["at"].ToString(), form["offset"].ToString()) : (DateTimeOffset?)null;
                    await (added is null && at is null ? Task.CompletedTask : Keep(number, at, [.. kept, .. added ?? []]));
                    return await Go(number, added is not null, at);
                });
            }
            catch (MixiException refusal) when (refusal.RetryAfter == 0)
            {
                return new(refusal.Code, $"/diary/write?draft={number}");
            }

            Task<int> Keep(int draft, DateTimeOffset? at, IReadOnlyList<long> media) => drafts.Keep(
                me.Number,
                new DraftBody(form["text"].ToString().ReplaceLineEndings("\n"), form["title"].ToString(), Word(form["audience"].ToString()), Word(form["comments"].ToString()), at, [.. media.Select(PostId.Format)])
                    .ToDraft(draft, time));

            async Task<FormOutcome> Go(int draft, bool added, DateTimeOffset? at)
            {
                switch (form["do"].ToString())
                {
                    case "post":
                        var post = await press.Post(me.Number, draft);
                        await tail.Reached(post.Id, http.RequestAborted);
                        return new(Url: $"/post/{PostId.Format(post.Id)}");
                    case "preview":
                        return new(Url: $"/diary/write?draft={draft}&preview=1");
                    default:
                        // New pictures want to be described.
                        return new(at is null ? "draft-kept" : "draft-scheduled", added ? $"/diary/write?draft={draft}" : "/diary/write");
                }
            }
        });

    private static Task<IResult> Delete(HttpContext http, FormRunner forms, DraftStore drafts, MediaSweep sweep) =>
        forms.Run(http, async (me, form) =>
        {
            await drafts.Remove(me.Number, Number(form["draft"].ToString()));
            sweep.Ring();
            return new("deleted", "/diary/write");
        });

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string? Word(string text) => text.Length == 0 ? null : text;

    /// <summary>A browser's local time; its script adds how many minutes UTC is ahead, without script it is UTC.</summary>
    private static DateTimeOffset Moment(string local, string offset)
    {
        if (!DateTime.TryParseExact(local, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            throw Errors.Invalid("at", "Choose a day and a time.");
        }

        var minutes = int.TryParse(offset, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ahead) && ahead is >= -840 and <= 840 ? ahead : 0;
        return new DateTimeOffset(at, TimeSpan.Zero).AddMinutes(minutes);
    }
}
