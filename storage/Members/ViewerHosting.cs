using Microsoft.Extensions.DependencyInjection;
using OrleansMixi.Diaries;
using OrleansMixi.Log;

namespace OrleansMixi.Members;

/// <summary>Registers what both grains and pages ask and what needs the cluster.</summary>
public static class ViewerHosting
{
    /// <summary>Adds it, once per process.</summary>
    public static IServiceCollection AddMixiViewers(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(ViewerStore)))
        {
            return services;
        }

        return services.AddSingleton<DiaryPress>().AddSingleton<ViewerStore>().AddSingleton<ILogFollower>(provider => provider.GetRequiredService<ViewerStore>());
    }
}
