namespace OrleansMixi.Mutes;

/// <summary>Registers what pages and API of the mutes need.</summary>
internal static class MuteHosting
{
    public static IServiceCollection AddMixiMutes(this IServiceCollection services) =>
        services.AddSingleton<MuteWords>().AddSingleton<MutePreviews>().AddSingleton<MuteDesk>();
}
