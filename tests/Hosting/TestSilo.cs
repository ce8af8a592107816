using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrleansMixi.Clustering;
using OrleansMixi.Storage;

namespace OrleansMixi.Hosting;

/// <summary>A real silo on free ports, on a migrated database.</summary>
internal sealed class TestSilo(IHost host) : IAsyncDisposable
{
    public IServiceProvider Services => host.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public static IHost Build(Database database, params (string Key, string? Value)[] settings)
    {
        var builder = Builder(settings);
        builder.UseOrleans(silo => silo.UseMixiClustering(database).AddMixiGrainStorage(database));
        return builder.Build();
    }

    public static Task<TestSilo> Start(Database database, params (string Key, string? Value)[] settings) =>
        Started(Build(database, settings));

    public static async Task<TestSilo> StartClient(Database database)
    {
        var builder = Builder([]);
        builder.UseOrleansClient(client => client.UseMixiClustering(database));
        return await Started(builder.Build());
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    private static HostApplicationBuilder Builder((string Key, string? Value)[] settings)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));
        return builder;
    }

    private static async Task<TestSilo> Started(IHost host)
    {
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new(host);
    }
}
