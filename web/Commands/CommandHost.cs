using OrleansMixi.Log;
using OrleansMixi.Storage;

namespace OrleansMixi.Commands;

/// <summary>What every command needs: the migrated database that the configuration names.</summary>
internal static class CommandHost
{
    /// <summary>Runs a command's body; refusals go to standard error with exit code 1.</summary>
    public static async Task<int> Run(Func<IConfiguration, Database, LogShape, Task<int>> body)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        var options = configuration.GetSection("Mixi:Log").Get<LogOptions>() ?? new();
        try
        {
            var database = DatabaseLocation.Find(configuration);
            return await body(configuration, database, await Migrator.Migrate(database, options.Queues, options.Shards));
        }
        catch (MixiException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }
}
