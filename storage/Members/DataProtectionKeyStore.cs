using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Members;

/// <summary>The keys that sign and encrypt cookies, shared by all hosts of a database.</summary>
public sealed class DataProtectionKeyStore(Database database)
{
    /// <summary>All keys, as XML.</summary>
    public IReadOnlyList<string> All()
    {
        using var connection = database.Open().GetAwaiter().GetResult();
        return connection.Query<string>("select xml from data_protection_keys").AsList();
    }

    /// <summary>Keeps a key; a name that is there already stays as it is.</summary>
    public void Add(string name, string xml)
    {
        using var connection = database.Open().GetAwaiter().GetResult();
        connection.Execute("insert into data_protection_keys (name, xml) values (@name, @xml) on conflict do nothing", new { name, xml });
    }
}
