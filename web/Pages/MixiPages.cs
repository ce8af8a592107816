using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;
using OrleansMixi.Pages.Actions;
using OrleansMixi.Pages.Footprints;
using OrleansMixi.Pages.Communities;
using OrleansMixi.Pages.Layout;
using OrleansMixi.Pages.Messages;
using OrleansMixi.Pages.Privacy;
using OrleansMixi.Pages.Notifications;
using OrleansMixi.Pages.Shell;

namespace OrleansMixi.Pages;

/// <summary>Wires the pages into a host, which provides <see cref="Data.IPageData"/> and <see cref="ITownDirectory"/>.</summary>
public static class MixiPages
{
    /// <summary>Adds what the pages need.</summary>
    public static IServiceCollection AddMixiPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "mixi-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.Configure<RequestLocalizationOptions>(Localize);

        // Without this every Japanese letter is written as an eight-byte entity.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Assets>();
        services.TryAddSingleton<IFaces, NoFaces>();
        services.AddScoped<PageViewer>();
        services.AddScoped<FormRunner>().AddScoped<FragmentRunner>();
        services.TryAddScoped<IPageActions, GrainActions>();
        return services;
    }

    /// <summary>Headers, files, languages and error pages; call before authentication and routing.</summary>
    public static WebApplication UseMixiPages(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<AssetPaths>();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = AssetPaths.CacheControl(file.Context),
        });
        app.UseWhen(http => !IsProgram(http), people => people.UseRequestLocalization());
        app.UseWhen(IsPage, pages =>
        {
            pages.UseExceptionHandler("/error/500", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
        });
        return app;
    }

    /// <summary>Maps pages, forms, avatars and the language pull-down; needs <c>UseAntiforgery</c> after authentication.</summary>
    public static IEndpointRouteBuilder MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapRazorComponents<App>();
        PageActionsApi.Map(routes);
        MessageActions.Map(routes);
        FootprintActions.Map(routes);
        PrivacyActions.Map(routes);
        CommunityActions.Map(routes);
        NotificationActions.Map(routes);
        LanguageApi.Map(routes);
        AvatarApi.Map(routes);
        return routes;
    }

    /// <summary>What only programs ask for: it speaks one language and costs what each request costs.</summary>
    private static bool IsProgram(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/hubs")
        || http.Request.Path.StartsWithSegments("/health") || http.Request.Path.StartsWithSegments("/metrics")
        || http.Request.Path.StartsWithSegments("/openapi");

    /// <summary>Programs get problem documents, readers get pages.</summary>
    private static bool IsPage(HttpContext http) =>
        !IsProgram(http)
        && !http.Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.OrdinalIgnoreCase);

    private static void Localize(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new("en");
        options.SupportedCultures = options.SupportedUICultures = [.. Languages.All];
        options.ApplyCurrentCultureToResponseHeaders = true;
        options.RequestCultureProviders =
        [
            new CookieRequestCultureProvider { CookieName = Languages.Cookie },
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    }
}
