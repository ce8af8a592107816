namespace OrleansMixi.Moderation;

/// <summary>Registers what the edge needs for moderation.</summary>
internal static class ModerationHosting
{
    public static IServiceCollection AddMixiModeration(this IServiceCollection services) =>
        services.AddScoped<ModerationDesk>().AddScoped<ReportDesk>().AddSingleton<MeasureViews>();
}
