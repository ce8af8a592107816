using OrleansMixi.Clustering;
using OrleansMixi.Log;
using OrleansMixi.Storage;

namespace OrleansMixi.Hosting;

/// <summary>Makes a host a silo of OrleansMixi: cluster, grain state, the log's stream and the grains.</summary>
public static class MixiSilo
{
    /// <summary>Adds everything a silo needs; storage must be registered with <see cref="StorageHosting.AddMixiStorage"/>.</summary>
    public static ISiloBuilder AddMixi(this ISiloBuilder silo, Database database)
    {
        silo.Services.AddMixiGrains(silo.Configuration);
        return silo.UseMixiClustering(database).AddMixiGrainStorage(database).AddLogStream();
    }
}
