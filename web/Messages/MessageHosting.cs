using OrleansMixi.Demo;
using OrleansMixi.Footprints;
using OrleansMixi.Pages.Messages;
using OrleansMixi.Pages.Presence;
using OrleansMixi.Presence;
using OrleansMixi.Privacy;

namespace OrleansMixi.Messages;

/// <summary>Registers and maps what members do with each other in private: messages, footprints, presence, privacy.</summary>
internal static class MessageHosting
{
    public static IServiceCollection AddMixiMessaging(this IServiceCollection services)
    {
        services.AddSingleton<MessageViews>().AddSingleton<Mailbox>().AddSingleton<MessageDoor>();
        services.AddSingleton<FootprintPages>().AddSingleton<PrivacyDesk>().AddSingleton<DemoTalks>();
        services.AddSingleton<MessagePages>().AddSingleton<IMessageNav>(provider => provider.GetRequiredService<MessagePages>());
        return services.AddScoped<PresencePages>().AddScoped<IProfileVisits, ProfileVisits>();
    }

    public static void MapMessaging(this IEndpointRouteBuilder app)
    {
        app.MapMessages();
        app.MapFootprints();
        app.MapPresence();
        app.MapPrivacy();
    }
}
