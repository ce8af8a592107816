using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using OrleansMixi.Accounts;
using OrleansMixi.Api;

namespace OrleansMixi.Posts;

/// <summary>Somebody who looks in every way there is: by browser, by API, live, by feed reader.</summary>
internal sealed class SceneReader : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private HubConnection? _hub;

    private SceneReader(Newcomer member, Visitor browser) => (Member, Browser) = (member, browser);

    public Newcomer Member { get; }

    public HttpClient Client => Member.Client;

    public Visitor Browser { get; }

    /// <summary>Where the reader stood before anything was written.</summary>
    public string Cursor { get; private set; } = "";

    public JsonElement FeedAddresses { get; private set; }

    public Listener Home { get; private set; } = null!;

    public Listener Topic { get; private set; } = null!;

    public Listener Hub { get; } = new();

    public static async Task<SceneReader> Arrive(AccountTown town)
    {
        var reader = new SceneReader(await town.Newcomer(), new(town.Town.Address));
        await reader.Browser.SignIn(reader.Member.Handle);
        reader.FeedAddresses = await (await reader.Client.PostAsync("api/me/feed", null)).Content.ReadFromJsonAsync<JsonElement>();
        return reader;
    }

    /// <summary>Connects to everything live, before anything is written. A topic that may not be known is not watched.</summary>
    public async Task Listen(Uri address, string topic, string beacon)
    {
        Cursor = (await Client.GetFromJsonAsync<JsonElement>("api/stream/poll?topics=home")).Text("cursor");
        Home = await Listener.Open(Client, "home", _end.Token);
        using var known = await Client.GetAsync($"api/feeds/{topic}");
        Topic = await Listener.Open(Client, known.IsSuccessStatusCode ? $"{topic},{beacon}" : beacon, _end.Token);
        _hub = new HubConnectionBuilder().WithUrl(
            new Uri(address, "hubs/feed"), options => options.Headers["Authorization"] = Client.DefaultRequestHeaders.Authorization!.ToString()).Build();
        _hub.On<JsonElement>("Posts", batch => Hub.Hear(batch.GetRawText()));
        _hub.On<JsonElement>("Changed", batch => Hub.Hear(batch.GetRawText()));
        await _hub.StartAsync();
        await _hub.InvokeAsync("Watch", new[] { "home" }, null);
    }

    public void Mark()
    {
        Home.Mark();
        Topic.Mark();
        Hub.Mark();
    }

    public Task Hears(string text) => Task.WhenAll(Home.Hears(text), Topic.Hears(text), Hub.Hears(text));

    /// <summary>What stands at an address of the API, whatever the answer.</summary>
    public async Task<string> Get(string path) => await (await Client.GetAsync(path)).Content.ReadAsStringAsync();

    /// <summary>What a page shows, whatever the answer.</summary>
    public async Task<string> Page(string path) => System.Net.WebUtility.HtmlDecode(await (await Browser.Get(path)).Content.ReadAsStringAsync());

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_hub is not null)
        {
            await _hub.DisposeAsync();
        }

        Browser.Dispose();
        Client.Dispose();
        _end.Dispose();
    }
}
