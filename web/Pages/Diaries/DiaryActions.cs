using System.Globalization;
using OrleansMixi.Diaries;
using OrleansMixi.Log;
using OrleansMixi.Pages.Actions;

namespace OrleansMixi.Pages.Diaries;

/// <summary>The forms of the diary: keep, look, schedule, post, delete.</summary>
internal static class DiaryActions
{
    private const int MaxBody = 512 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/actions/diary").WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(MaxBody)).ExcludeFromDescription();
        group.MapPost("/save", Save);
        group.MapPost("/delete", Delete);
    }

    private static Task<IResult> Save(HttpContext http, FormRunner forms, DraftStore drafts, DiaryPress press, LogTail tail, TimeProvider time) =>
        forms.Run(http, async (me, form) =>
        {
            var wish = form["do"].ToString();
            var at = wish == "schedule" ? Moment(form["at"].ToString(), form["offset"].ToString()) : (DateTimeOffset?)null;
            var body = new DraftBody(
                form["text"].ToString().ReplaceLineEndings("\n"), form["title"].ToString(), Word(form["audience"].ToString()), Word(form["comments"].ToString()), at);
            var number = await drafts.Keep(me.Number, body.ToDraft(Number(form["draft"].ToString()), time));
            switch (wish)
            {
                case "post":
                    var post = await press.Post(me.Number, number);
                    await tail.Reached(post.Id, http.RequestAborted);
                    return new(Url: $"/post/{PostId.Format(post.Id)}");
                case "preview":
                    return new(Url: $"/diary/write?draft={number}&preview=1");
                default:
                    return new(at is null ? "draft-kept" : "draft-scheduled", "/diary/write");
            }
        });

    private static Task<IResult> Delete(HttpContext http, FormRunner forms, DraftStore drafts) =>
        forms.Run(http, async (me, form) =>
        {
            await drafts.Remove(me.Number, Number(form["draft"].ToString()));
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
