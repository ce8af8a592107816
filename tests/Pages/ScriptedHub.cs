using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;

namespace OrleansMixi.Pages;

/// <summary>A hub that remembers who watches what and says what a test wants.</summary>
public sealed class ScriptedHub(ScriptedHub.Record record) : Hub
{
    public Task Watch(string[] topics, string? cursor)
    {
        record.Add($"{string.Join(',', topics)}|{cursor}", Clients.Caller, Context);
        return Task.CompletedTask;
    }

    /// <summary>What the hub was asked, and the way to its newest connection.</summary>
    public sealed class Record
    {
        private readonly Channel<int> _counts = Channel.CreateUnbounded<int>();
        private ISingleClientProxy? _client;
        private HubCallerContext? _connection;

        public List<string> Watches { get; } = [];

        public void Add(string watch, ISingleClientProxy client, HubCallerContext connection)
        {
            (_client, _connection) = (client, connection);
            Watches.Add(watch);
            _counts.Writer.TryWrite(Watches.Count);
        }

        /// <summary>Completes when the hub was asked to watch for the given time.</summary>
        public async Task Watching(int times)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (await _counts.Reader.ReadAsync(patience.Token) < times)
            {
            }
        }

        public Task Say(string kind, object data) => _client!.SendAsync(kind, data);

        public void Cut() => _connection!.Abort();
    }
}
