using Microsoft.Extensions.DependencyInjection;
using OrleansMixi.Log;
using OrleansMixi.Notifications;

namespace OrleansMixi.Members;

/// <summary>Registers what decides who sees what; both grains and pages ask it, and it needs the cluster.</summary>
public static class ViewerHosting
{
    /// <summary>Adds it, once per process.</summary>
    public static IServiceCollection AddMixiViewers(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(ViewerStore)))
        {
            return services;
        }

        services.AddSingleton<NotificationSight>().AddSingleton<NotificationShelf>();
        return services.AddSingleton<ViewerStore>().AddSingleton<ILogFollower>(provider => provider.GetRequiredService<ViewerStore>());
    }
}
