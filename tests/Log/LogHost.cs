using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrleansMixi.Hosting;
using OrleansMixi.Storage;

namespace OrleansMixi.Log;

/// <summary>One host's storage, without grains: its log, its tail, and everything the tail told.</summary>
internal sealed class LogHost : IAsyncDisposable, ILogFollower
{
    private readonly ConcurrentQueue<Activity> _seen = new();
    private IHost? _host;

    public PostLog Log => _host!.Services.GetRequiredService<PostLog>();

    public LogTail Tail => _host!.Services.GetRequiredService<LogTail>();

    public IReadOnlyList<Activity> Seen => [.. _seen];

    public T Get<T>()
        where T : notnull => _host!.Services.GetRequiredService<T>();

    public static async Task<LogHost> Start(Database database, LogShape shape, TimeSpan poll)
    {
        var host = new LogHost();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("Mixi:Log:Poll", poll.ToString())]);
        builder.Services.AddSingleton<ILogFollower>(host);
        builder.Services.AddMixiStorage(builder.Configuration, database, shape);
        host._host = builder.Build();
        await host._host.StartAsync();
        return host;
    }

    /// <summary>Completes when an id has come without being asked for.</summary>
    public async Task Sees(long id)
    {
        while (Tail.Head(PostId.Queue(id)) < id)
        {
            await Tail.Beyond(PostId.Queue(id), id - 1);
        }
    }

    public void Applied(Activity entry) => _seen.Enqueue(entry);

    public async ValueTask DisposeAsync()
    {
        await _host!.StopAsync();
        _host.Dispose();
    }
}
