namespace OrleansMixi.Push;

/// <summary>Bun's WebSocket server, which is uWebSockets: its own topics, encoded once per post, sends of one turn joined by itself.</summary>
internal sealed class BunPeer(PeerProcess process, PushGraph graph, int port) : IPushServer
{
    private const string Package = "@oven/bun-linux-x64";

    private const string Server = """
        Bun.serve({
          hostname: "127.0.0.1",
          port: Number(process.argv[2]),
          async fetch(request, server) {
            if (request.method === "POST") {
              for (const post of await request.json()) server.publish(post.topic, JSON.stringify(post.item));
              return new Response("");
            }
            if (!server.upgrade(request)) return new Response("", { status: 400 });
          },
          websocket: {
            idleTimeout: 0,
            backpressureLimit: 64 * 1024 * 1024,
            message(socket, topics) {
              for (const topic of topics.split(",")) socket.subscribe(topic);
              socket.send("ready");
            },
          },
        });
        """;

    private readonly HttpClient _http = new() { BaseAddress = new($"http://127.0.0.1:{port}/") };

    public string Name => "bun";

    public int Port => port;

    public TimeSpan ProcessorTime => process.ProcessorTime;

    public static async Task<IPushServer> Start(PushGraph graph)
    {
        var folder = Path.Combine(Path.GetTempPath(), "mixi-push-bun");
        var program = Path.Combine(folder, "node_modules", Package, "bin", "bun");
        if (!File.Exists(program) && !await PeerProcess.Runs("npm", "install", "--prefix", folder, "--no-audit", "--no-fund", Package))
        {
            throw new PeerMissingException($"'npm install {Package}' failed");
        }

        var script = Path.Combine(folder, "server.js");
        await File.WriteAllTextAsync(script, Server);
        var port = PeerProcess.FreePort();
        return new BunPeer(await PeerProcess.Start(port, program, script, $"{port}"), graph, port);
    }

    public ReaderHello Hello(int reader) => new("/", "", [string.Join(',', PeerPost.Topics(graph, reader))], "ready", null);

    public async Task Publish(IReadOnlyList<PushPost> posts)
    {
        using var body = PeerPost.Body(posts);
        using var answer = await _http.PostAsync("", body);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await process.DisposeAsync();
    }
}
