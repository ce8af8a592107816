using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrleansMixi.Push;

/// <summary>nginx with nchan: one channel per topic, subscribers of many channels by its own multiplexing, published over HTTP.</summary>
internal sealed class NchanPeer(PeerProcess process, PushGraph graph, int port, string folder) : IPushServer
{
    private const string Module = "/usr/lib/nginx/modules/ngx_nchan_module.so";
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Socket _publisher = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answers = new byte[64 * 1024];

    public string Name => "nchan";

    public int Port => port;

    public int Slowness => 16;

    public TimeSpan ProcessorTime => process.ProcessorTime;

    public static async Task<IPushServer> Start(PushGraph graph)
    {
        if (!File.Exists(Module) && !await PeerProcess.Runs("apt-get", "install", "-y", "-q", "nginx", "libnginx-mod-nchan"))
        {
            throw new PeerMissingException("install Debian's nginx and libnginx-mod-nchan");
        }

        var (port, folder) = (PeerProcess.FreePort(), Path.Combine(Path.GetTempPath(), "mixi-push-" + Path.GetRandomFileName()));
        Directory.CreateDirectory(folder);
        var configuration = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(configuration, Configuration(port, folder));
        var peer = new NchanPeer(await PeerProcess.Start(port, "nginx", "-c", configuration), graph, port, folder);
        await peer._publisher.ConnectAsync(IPAddress.Loopback, port);
        return peer;
    }

    public ReaderHello Hello(int reader) => new($"/sub/{string.Join(',', PeerPost.Topics(graph, reader))}", "", [], null, null);

    public async Task Publish(IReadOnlyList<PushPost> posts)
    {
        var requests = string.Concat(posts.Select(post =>
        {
            var json = PeerPost.Json(post);
            return $"POST /pub/{PushGraph.Topic(post.Author)} HTTP/1.1\r\nHost: nchan\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}";
        }));
        await _turn.WaitAsync();
        try
        {
            await _publisher.SendAsync(Encoding.ASCII.GetBytes(requests), SocketFlags.None);
            await Answers(posts.Count);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _publisher.Dispose();
        _turn.Dispose();
        await process.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Waits for as many answers as requests were sent behind each other.</summary>
    private async Task Answers(int expected)
    {
        var (kept, answered) = (0, 0);
        while (answered < expected)
        {
            var length = kept + await _publisher.ReceiveAsync(_answers.AsMemory(kept), SocketFlags.None);
            if (length == kept)
            {
                throw new IOException("nginx closed the publisher's connection.");
            }

            var (status, end) = (_answers.AsSpan(0, length).Count("HTTP/1.1 20"u8), Math.Min(length, 10));
            answered += status;
            _answers.AsSpan(length - end, end).CopyTo(_answers);
            kept = end;
        }
    }

    private static string Configuration(int port, string folder) => $$"""
        load_module {{Module}};
        worker_processes 1;
        master_process off;
        daemon off;
        user root;
        pid {{folder}}/nginx.pid;
        error_log {{folder}}/error.log;
        worker_rlimit_nofile 20000;
        events { worker_connections 15000; }
        http {
          access_log off;
          client_body_temp_path {{folder}}/body;
          proxy_temp_path {{folder}}/proxy;
          fastcgi_temp_path {{folder}}/fastcgi;
          uwsgi_temp_path {{folder}}/uwsgi;
          scgi_temp_path {{folder}}/scgi;
          nchan_shared_memory_size 1024M;
          server {
            listen 127.0.0.1:{{port}} backlog=4096;
            keepalive_requests 1000000000;
            location ~ ^/pub/(.+)$ {
              nchan_publisher http;
              nchan_channel_id $1;
              nchan_message_buffer_length 10000;
              nchan_message_timeout 5s;
            }
            location ~ ^/sub/(.+)$ {
              nchan_subscriber websocket;
              nchan_channel_id $1;
              nchan_channel_id_split_delimiter ",";
              nchan_subscriber_first_message newest;
            }
          }
        }
        """;
}
