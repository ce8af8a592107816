using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrleansMixi.Hosting;
using OrleansMixi.Storage;

namespace OrleansMixi.Towns;

/// <summary>A silo of OrleansMixi inside this process, on a database of its own.</summary>
internal sealed class BenchTown(IHost host) : IAsyncDisposable
{
    public IServiceProvider Services => host.Services;

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Starts a town; <paramref name="change"/> may put other parts in the place of the real ones.</summary>
    public static async Task<BenchTown> Start(
        string connectionString, int queues, int shards, IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? change = null)
    {
        var database = Database.Of(connectionString);
        var shape = await Migrator.Migrate(database, queues, shards);
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddMixiStorage(builder.Configuration, database, shape);
        builder.UseOrleans(silo => silo.AddMixi(database));
        change?.Invoke(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
