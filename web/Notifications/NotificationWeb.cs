namespace OrleansMixi.Notifications;

/// <summary>Registers notifications at the edge.</summary>
internal static class NotificationWeb
{
    public static IServiceCollection AddMixiNotificationPages(this IServiceCollection services) =>
        services.AddSingleton<NotificationDesk>().AddSingleton<INotificationPages>(provider => provider.GetRequiredService<NotificationDesk>());
}
