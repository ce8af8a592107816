using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;
using OrleansMixi.Storage;

namespace OrleansMixi.Log;

/// <summary>
/// <c>NOTIFY</c> from a connection of its own, never inside a commit: there it would serialise all commits.
/// One round trip is under way at a time and carries every queue that rang meanwhile.
/// </summary>
internal sealed partial class PostgresDoorbell(PostgresDatabase database, TimeProvider time, ILogger<PostgresDoorbell> logger) : IDoorbell
{
    private const string ChannelName = "mixi_log";
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    private readonly string _host = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<int, bool> _pending = new();
    private int _ringing;

    public void Ring(int queue)
    {
        _pending[queue] = true;
        if (Interlocked.Exchange(ref _ringing, 1) == 0)
        {
            _ = Task.Run(RingAll);
        }
    }

    public async Task Listen(Action<int> rung, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
                connection.Notification += (_, notice) => Hear(notice.Payload, rung);
                await using (var listen = new NpgsqlCommand($"listen {ChannelName}", connection))
                {
                    await listen.ExecuteNonQueryAsync(cancellationToken);
                }

                while (true)
                {
                    await connection.WaitAsync(cancellationToken);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is NpgsqlException or IOException or TimeoutException)
            {
                LogLost(error);
                await Task.Delay(Retry, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task RingAll()
    {
        try
        {
            while (!_pending.IsEmpty)
            {
                var queues = _pending.Keys.ToArray();
                foreach (var queue in queues)
                {
                    _pending.TryRemove(queue, out _);
                }

                await using var command = database.Source.CreateCommand("select pg_notify($1, $2)");
                command.Parameters.Add(new() { Value = ChannelName });
                command.Parameters.Add(new() { Value = $"{_host} {string.Join(' ', queues)}" });
                await command.ExecuteNonQueryAsync();
            }
        }
        catch (Exception error) when (error is NpgsqlException or IOException or TimeoutException)
        {
            LogLost(error);
        }
        finally
        {
            Volatile.Write(ref _ringing, 0);
            if (!_pending.IsEmpty)
            {
                // Something rang between the last look and the end; the poll would find it too, only later.
                Ring(_pending.Keys.FirstOrDefault());
            }
        }
    }

    private void Hear(string payload, Action<int> rung)
    {
        var words = payload.Split(' ');
        if (words[0] == _host)
        {
            return;
        }

        foreach (var word in words.AsSpan(1))
        {
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var queue))
            {
                rung(queue);
            }
        }
    }

    [LoggerMessage(EventIds.DoorbellLost, LogLevel.Warning, "The doorbell is out of order; polling covers it")]
    private partial void LogLost(Exception error);
}
