using Microsoft.AspNetCore.SignalR;
using OrleansMixi.Hosting;
using OrleansMixi.Log;

namespace OrleansMixi.Live;

/// <summary>Registers live delivery.</summary>
internal static class LiveHosting
{
    private const int MaxMessage = 256 * 1024;

    public static IServiceCollection AddMixiLive(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LiveOptions>().Bind(configuration.GetSection("Mixi:Live")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LiveBooks>().AddSingleton<PostEncoder>().AddSingleton<LiveTelling>().AddSingleton<WatchedTopics>().AddSingleton<LiveGateway>();
        services.AddSingleton<ILogFollower>(provider => new LiveRevocations(new(provider.GetRequiredService<LiveGateway>)));
        services.AddSignalR(hub =>
            {
                hub.MaximumReceiveMessageSize = MaxMessage;
                hub.EnableDetailedErrors = false;
            })
            .AddJsonProtocol(json => MixiJson.Apply(json.PayloadSerializerOptions))
            .AddMessagePackProtocol();
        services.AddSingleton<FeedConnections>();
        return services.AddSingleton<HubLifetimeManager<FeedHub>>(provider => provider.GetRequiredService<FeedConnections>());
    }

    public static void MapLive(this IEndpointRouteBuilder app)
    {
        app.MapStream();
        app.MapHub<FeedHub>("/hubs/feed").Add(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = http =>
            {
                DirectUpgrade.Prepare(http.Features);
                return next(http);
            };
        });
    }
}
