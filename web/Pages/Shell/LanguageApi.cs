using Microsoft.AspNetCore.Localization;
using OrleansMixi.Pages.Actions;
using OrleansMixi.Pages.Data;

namespace OrleansMixi.Pages.Shell;

/// <summary>Remembers the language that a reader chose in the pull-down, and for mails that of a member.</summary>
internal static class LanguageApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/language", Choose).ExcludeFromDescription();

    /// <summary>Needs no antiforgery: the worst a foreign page could do is to change the language, and SameSite forbids even that to be read.</summary>
    private static async Task<IResult> Choose(HttpContext http, IPageData data, IPageActions actions, CancellationToken stop)
    {
        if (!http.Request.HasFormContentType)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        var form = await http.Request.ReadFormAsync(stop);
        if (Languages.All.FirstOrDefault(language => language.Name == form["language"]) is { } chosen)
        {
            http.Response.Cookies.Append(
                Languages.Cookie,
                CookieRequestCultureProvider.MakeCookieValue(new(chosen)),
                new() { MaxAge = TimeSpan.FromDays(400), SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, HttpOnly = true, IsEssential = true });
            if (await data.Me(http.User, stop) is { } me)
            {
                await actions.ChangeLanguage(me.Number, chosen.Name);
            }
        }

        return new SeeOther(LocalUrl.Or(form["returnUrl"], "/"));
    }
}
