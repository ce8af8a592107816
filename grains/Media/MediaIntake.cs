using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace OrleansMixi.Media;

/// <summary>Registers what takes pictures and videos in: from those who upload them, and from archives.</summary>
public static class MediaIntake
{
    /// <summary>Adds it, for hosts without grains too.</summary>
    public static IServiceCollection AddMediaIntake(this IServiceCollection services)
    {
        services.TryAddSingleton<PictureMaker>();
        services.TryAddSingleton<MediaKeeper>();
        return services;
    }
}
