using System.Net.Http.Json;
using System.Text.Json;

namespace OrleansMixi.Hosting;

/// <summary>One running host on SQLite that tests share; each takes members of its own.</summary>
public sealed class SharedTown : IAsyncLifetime
{
    private readonly TempDatabase _database = new();
    private int _members;

    internal TownProcess Town { get; private set; } = null!;

    internal string Admin { get; private set; } = "";

    internal string ConnectionString => _database.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        Town = await TownProcess.Start(
            ConnectionString, "Production", ("Mixi__Limits__WritesPerWindow", "5000"), ("Mixi__Live__ReaderQueue", "64"), ("Mixi__Accounts__PasswordIterations", "1000"));
        Admin = await Town.Token("op", "read,post,news,admin");
    }

    public async ValueTask DisposeAsync()
    {
        await Town.DisposeAsync();
        _database.Dispose();
    }

    /// <summary>A new member's client.</summary>
    internal async Task<HttpClient> Member() => (await Town.Members(Admin, $"m{Interlocked.Increment(ref _members)}x"))[0];

    /// <summary>The handle behind a client.</summary>
    internal static async Task<string> Handle(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>("api/me")).GetProperty("handle").GetString()!;
}
