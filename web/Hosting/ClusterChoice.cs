using OrleansMixi.Clustering;
using OrleansMixi.Storage;

namespace OrleansMixi.Hosting;

/// <summary>Whether this web host carries grains too (the default), or is a client of silos elsewhere (<c>Mixi:Silo=none</c>).</summary>
internal static class ClusterChoice
{
    public static void AddMixiCluster(this WebApplicationBuilder builder, Database database)
    {
        if (builder.Configuration["Mixi:Silo"] == "none")
        {
            builder.UseOrleansClient(client => client.UseMixiClustering(database));
            builder.Services.AddMixiNews(builder.Configuration);
        }
        else
        {
            builder.UseOrleans(silo => silo.AddMixi(database));
        }
    }
}
