using Dapper;
using OrleansMixi.Storage;

namespace OrleansMixi.Mail;

/// <summary>Keys that all hosts of a database share; each is stored encrypted by whoever makes it.</summary>
public sealed class SecretStore(Database database)
{
    /// <summary>The value of a name; the first one offered stays for ever.</summary>
    public async Task<string> GetOrAdd(string name, Func<string> make)
    {
        await using var connection = await database.Open();
        if (await connection.QuerySingleOrDefaultAsync<string>("select value from secrets where name = @name", new { name }) is { } known)
        {
            return known;
        }

        await connection.ExecuteAsync("insert into secrets (name, value) values (@name, @value) on conflict do nothing", new { name, value = make() });
        return await connection.QuerySingleAsync<string>("select value from secrets where name = @name", new { name });
    }
}
