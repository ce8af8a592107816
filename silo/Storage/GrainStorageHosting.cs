using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Serialization;
using Orleans.Storage;

namespace OrleansMixi.Storage;

/// <summary>Keeps the state of grains in the one database.</summary>
public static class GrainStorageHosting
{
    /// <summary>The provider's name in <c>[PersistentState("…", GrainStorageHosting.Mixi)]</c>, and the default one.</summary>
    public const string Mixi = "mixi";

    /// <summary>
    /// Adds grain storage as <see cref="Mixi"/> and as the default. The state is JSON. Its row is found by state name and
    /// grain key: every state name must be unique in the program, and no two string keys may be the same number in
    /// hexadecimal, because Orleans reads <c>ada</c>, <c>Ada</c> and <c>0ada</c> as one key.
    /// </summary>
    public static ISiloBuilder AddMixiGrainStorage(this ISiloBuilder builder, Database database)
    {
        builder.Services.TryAddSingleton(services => services.GetRequiredKeyedService<IGrainStorage>(Mixi));
        return builder.AddAdoNetGrainStorage(Mixi, options => options.Configure<IOptions<SystemTextJsonGrainStorageSerializerOptions>>((storage, json) =>
        {
            // Not the default serializer: Newtonsoft's would make whatever type a row names.
            storage.GrainStorageSerializer = new SystemTextJsonGrainStorageSerializer(json);
            if (database is PostgresDatabase postgres)
            {
                storage.Invariant = "Npgsql";
                storage.DataSource = postgres.Source;
            }
            else
            {
                storage.Invariant = "System.Data.SQLite";
                storage.ConnectionString = database.ConnectionString;
            }
        }));
    }
}
