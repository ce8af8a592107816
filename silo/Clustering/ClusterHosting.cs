using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using OrleansMixi.Storage;

namespace OrleansMixi.Clustering;

/// <summary>Joins a host to the cluster: membership and reminders in PostgreSQL, or a cluster of one on SQLite.</summary>
public static class ClusterHosting
{
    private const string Npgsql = "Npgsql";

    // Their own few connections: a busy log must not keep a silo from saying that it is alive.
    private const int PoolSize = 8;

    /// <summary>Makes this host a silo, with the identity, ports and address of <see cref="MixiClusterOptions"/>.</summary>
    public static ISiloBuilder UseMixiClustering(this ISiloBuilder builder, Database database)
    {
        AddIdentity(builder.Services, builder.Configuration);
        builder.Services.AddSingleton<IConfigureOptions<EndpointOptions>>(services =>
            new SiloEndpoints(services.GetRequiredService<IOptions<MixiClusterOptions>>(), IsLocal(database)));
        if (!database.IsPostgres)
        {
            return builder.UseDevelopmentClustering(primarySiloEndpoint: null).UseInMemoryReminderService();
        }

        var connectionString = Pool(database);
        builder.Configure<ClusterMembershipOptions>(NoticeDeathsQuickly);
        return builder
            .UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Npgsql, connectionString))
            .UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (Npgsql, connectionString));
    }

    /// <summary>Makes this host a client of the silos on the same PostgreSQL database.</summary>
    public static IClientBuilder UseMixiClustering(this IClientBuilder builder, Database database)
    {
        if (!database.IsPostgres)
        {
            throw new InvalidOperationException(
                "A host without a silo needs the PostgreSQL database of its cluster: set ConnectionStrings:Mixi to 'Host=…', or leave Mixi:Silo unset.");
        }

        AddIdentity(builder.Services, builder.Configuration);
        var connectionString = Pool(database);
        builder.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = TimeSpan.FromSeconds(5));
        return builder.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Npgsql, connectionString));
    }

    private static void AddIdentity(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MixiClusterOptions>()
            .Bind(configuration.GetSection(MixiClusterOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ClusterOptions>().Configure<IOptions<MixiClusterOptions>>((options, mixi) =>
            (options.ClusterId, options.ServiceId) = (mixi.Value.ClusterId, mixi.Value.ServiceId));
    }

    // With these a killed host is noticed within about two seconds, and a cold restart does not wait minutes for the
    // heartbeats of the dead to grow old.
    private static void NoticeDeathsQuickly(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(1);
        options.NumMissedProbesLimit = 2;
        options.NumVotesForDeathDeclaration = 1;
        options.TableRefreshTimeout = TimeSpan.FromSeconds(5);
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
    }

    private static string Pool(Database database) =>
        new NpgsqlConnectionStringBuilder(database.ConnectionString) { ApplicationName = "OrleansMixi cluster", MaxPoolSize = PoolSize, MinPoolSize = 0 }.ConnectionString;

    private static bool IsLocal(Database database)
    {
        if (!database.IsPostgres)
        {
            return true;
        }

        var hosts = new NpgsqlConnectionStringBuilder(database.ConnectionString).Host?.Split(',') ?? [];
        return Array.TrueForAll(hosts, host =>
            host.StartsWith('/') || host.Split(':')[0] == "localhost" || (IPEndPoint.TryParse(host, out var ip) && IPAddress.IsLoopback(ip.Address)));
    }
}
