using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;
using OrleansMixi.Pages.Data;

namespace OrleansMixi.Pages.Actions;

/// <summary>
/// The one way of every form: antiforgery, sign-in, the action, then back by 303 to where the reader was, with a sentence
/// if the action was refused. A script that accepts JSON gets the post or a problem document instead.
/// </summary>
internal sealed class FormRunner(IAntiforgery antiforgery, IPageData data, IStringLocalizer<Words> words)
{
    /// <summary>A refused text travels back in the address, so it is bounded.</summary>
    private const int MaxKeptText = 600;

    public async Task<IResult> Run(HttpContext http, Func<PageMember, IFormCollection, Task<FormOutcome>> action)
    {
        if (!http.Request.HasFormContentType)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        var script = http.Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.OrdinalIgnoreCase);
        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            // Where the form stood is in its unread part; the page it came from is next best.
            var page = Uri.TryCreate(http.Request.Headers.Referer.ToString(), UriKind.Absolute, out var from) ? from.AbsolutePath : "/";
            return Refuse(script, LocalUrl.Or(page, "/"), FormCollection.Empty, "too-large", StatusCodes.Status413PayloadTooLarge);
        }

        var back = LocalUrl.Or(form["returnUrl"], "/");
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Refuse(script, back, form, "expired", StatusCodes.Status400BadRequest);
        }

        if (await data.Me(http.User, http.RequestAborted) is not { } me)
        {
            return script
                ? Problem("unauthenticated", StatusCodes.Status401Unauthorized)
                : See(LocalUrl.With("/sign-in", "returnUrl", back));
        }

        try
        {
            var outcome = await action(me, form);
            return (script, outcome) switch
            {
                (true, { Post: { } post }) => Results.Json(post, statusCode: StatusCodes.Status201Created),
                (true, _) => Results.NoContent(),
                (_, { Notice: { } notice }) => See(LocalUrl.With(outcome.Url ?? back, "notice", notice)),
                _ => See(outcome.Url ?? back),
            };
        }
        catch (MixiException refusal)
        {
            if (refusal.RetryAfter > 0)
            {
                http.Response.Headers.RetryAfter = refusal.RetryAfter.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            return Refuse(script, back, form, refusal.Code, Errors.Status(refusal.Code));
        }
    }

    private IResult Refuse(bool script, string back, IFormCollection form, string code, int status)
    {
        if (script)
        {
            return Problem(code, status);
        }

        var url = LocalUrl.With(back, "notice", code);
        var text = form["text"].ToString();
        return See(text.Length is > 0 and <= MaxKeptText ? LocalUrl.With(url, "draft", text) : url);
    }

    private IResult Problem(string code, int status) =>
        Results.Problem(words[Notices.Key(code)], statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });

    /// <summary>303: whatever the form was, the browser goes on with GET.</summary>
    private static SeeOther See(string url) => new(url);
}
