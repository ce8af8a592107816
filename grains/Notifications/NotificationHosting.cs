using Microsoft.Extensions.DependencyInjection;

namespace OrleansMixi.Notifications;

/// <summary>Registers the readers of notifications.</summary>
internal static class NotificationHosting
{
    public static IServiceCollection AddMixiNotificationReaders(this IServiceCollection services) =>
        services.AddSingleton<NotificationFinder>().AddSingleton<NotificationWriter>().AddHostedService<NotificationKeeper>();
}
