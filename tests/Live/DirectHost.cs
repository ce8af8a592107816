using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace OrleansMixi.Live;

/// <summary>A real Kestrel with one hub, whose live readers the test drives by itself.</summary>
internal sealed class DirectHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly LiveOptions _options = new() { Tick = TimeSpan.Zero, SlowReader = TimeSpan.FromMilliseconds(300), ReaderQueue = 100_000 };

    private DirectHost(WebApplication app) => _app = app;

    public LiveBooks Books => _app.Services.GetRequiredService<LiveBooks>();

    public DirectConnections Connections => _app.Services.GetRequiredService<DirectConnections>();

    public Uri Address => new(_app.Urls.First());

    public static async Task<DirectHost> Start(bool tls = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (tls)
            {
                listen.UseHttps(Certificate());
            }
        }));
        builder.Services.AddMetrics().AddSingleton(TimeProvider.System).AddSingleton<LiveBooks>().AddSignalR();
        builder.Services.AddSingleton<DirectConnections>();
        builder.Services.AddSingleton<HubLifetimeManager<DirectHub>>(services => services.GetRequiredService<DirectConnections>());
        var app = builder.Build();
        app.MapHub<DirectHub>("/hub").Add(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = http =>
            {
                DirectUpgrade.Prepare(http.Features);
                return next(http);
            };
        });
        await app.StartAsync();
        return new(app);
    }

    /// <summary>A live reader on the connection that came last.</summary>
    public async Task<(LiveReader Reader, ILiveTransport Transport)> Reader()
    {
        var transport = HubTransport.Of(await Connections.Came.Reader.ReadAsync());
        return (new(1, default, transport, _options, Books, new(_options, TimeProvider.System), TimeProvider.System), transport);
    }

    /// <summary>Tells a reader of a post.</summary>
    public void Tell(LiveReader reader, long number, string text)
    {
        var view = new Posts.PostView($"{number}", new("taro", "taro", false), "user:taro", "voice", null, text, "everyone", null, null, default, null);
        var post = new EncodedPost(null!, view);
        Books.Expect(1);
        reader.Stage([new(number, post, post.Reasons)]);
        reader.Commit(new(1, [number]));
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(100));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
