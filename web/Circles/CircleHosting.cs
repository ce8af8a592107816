namespace OrleansMixi.Circles;

/// <summary>Registers what pages and API of the friend groups need.</summary>
internal static class CircleHosting
{
    public static IServiceCollection AddMixiCircles(this IServiceCollection services) =>
        services.AddSingleton<CircleDesk>().AddSingleton<GroupReader>();
}
