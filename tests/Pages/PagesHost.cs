using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using OrleansMixi.Communities;
using OrleansMixi.Pages.Actions;
using OrleansMixi.Pages.Data;

namespace OrleansMixi.Pages;

/// <summary>The pages on a free port over a made-up town, signed in as one member or as nobody.</summary>
internal sealed class PagesHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PagesHost(WebApplication app) => _app = app;

    public DemoPageData Data { get; private init; } = null!;

    public RecordedActions Actions { get; private init; } = null!;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<PagesHost> Start(string? signedInAs, Action<WebApplication>? more = null, Action<IServiceCollection>? services = null, int port = 0)
    {
        var data = new DemoPageData();
        var actions = new RecordedActions();
        var web = Path.Combine(Root(), "web");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = web,
            WebRootPath = Path.Combine(web, "wwwroot"),
            EnvironmentName = "Testing",
        });
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        builder.Services.AddMixiPages();
        builder.Services.AddSingleton<IPageData>(data);
        builder.Services.AddSingleton<IPageActions>(actions);
        builder.Services.AddSingleton<Presence.IProfileVisits, QuietVisits>();
        builder.Services.AddSingleton<Profiles.IProfilePages, DemoPeople>().AddSingleton<Circles.ICirclePages, DemoPeople>().AddSingleton<Mutes.IMutePages, DemoPeople>();
        builder.Services.AddSingleton<ICommunityPages>(new DemoCommunityPages());
        builder.Services.AddSingleton<OrleansMixi.Notifications.INotificationPages, OrleansMixi.Notifications.DemoNotifications>()
            .AddSingleton<OrleansMixi.Search.ISearchPages, OrleansMixi.Search.DemoSearch>();
        builder.Services.AddSingleton<Messages.IMessageNav, QuietTalk>();
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseMixiPages();
        app.Use((http, next) =>
        {
            if (signedInAs is not null)
            {
                http.User = new(new ClaimsIdentity([new(ClaimTypes.Name, signedInAs)], "test"));
            }

            return next(http);
        });
        app.UseRouting();
        app.UseAntiforgery();
        app.MapPages();
        more?.Invoke(app);
        await app.StartAsync();
        return new(app) { Data = data, Actions = actions };
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OrleansMixi.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the repository, below OrleansMixi.sln.");
    }
}
