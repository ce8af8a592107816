namespace OrleansMixi.Push;

/// <summary>Plain SignalR with groups, as its documentation shows it: one message per post, to the group of its topic.</summary>
internal sealed class SignalRPeer(PeerProcess process, PushGraph graph, int port) : IPushServer
{
    private readonly HttpClient _http = new() { BaseAddress = new($"http://127.0.0.1:{port}/") };

    public string Name => "signalr-groups";

    public int Port => port;

    public TimeSpan ProcessorTime => process.ProcessorTime;

    /// <summary>Bytes of memory that its process holds.</summary>
    public long ResidentBytes => process.ResidentBytes;

    public static async Task<SignalRPeer> Start(PushGraph graph)
    {
        var port = PeerProcess.FreePort();
        var own = Path.Combine(AppContext.BaseDirectory, "bench.dll");
        return new SignalRPeer(await PeerProcess.Start(port, "dotnet", "exec", own, SignalRPeerCommand.Name, "--port", $"{port}"), graph, port);
    }

    public ReaderHello Hello(int reader) => new(
        "/live", "",
        [
            "{\"protocol\":\"json\",\"version\":1}\u001e",
            $$"""{"type":1,"invocationId":"1","target":"Watch","arguments":[["{{string.Join("\",\"", PeerPost.Topics(graph, reader))}}"]]}""" + "\u001e",
        ],
        "\"type\":3", "{\"type\":6}\u001e");

    public async Task Publish(IReadOnlyList<PushPost> posts)
    {
        using var body = PeerPost.Body(posts);
        using var answer = await _http.PostAsync("publish", body);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await process.DisposeAsync();
    }
}
