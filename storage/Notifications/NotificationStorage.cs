using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OrleansMixi.Notifications;

/// <summary>Registers the tables of notifications; what decides who sees which needs the cluster, see <see cref="Members.ViewerHosting"/>.</summary>
public static class NotificationStorage
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddMixiNotifications(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<NotificationOptions>().Bind(configuration.GetSection("Mixi:Notifications")).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<NotificationStore>().AddSingleton<NotificationSwitches>().AddSingleton<NotificationBox>();
    }
}
