using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR;

namespace OrleansMixi.Hammer;

/// <summary>Keeps one reader connected until it is stopped, and cuts its connection now and then if asked to.</summary>
internal sealed class LiveReader(ReaderSeat seat, ILiveTransport transport, HammerOptions options, TimeProvider time)
{
    /// <summary>Connections cut by the hammer itself.</summary>
    public int Cuts { get; private set; }

    /// <summary>Connections that ended or failed otherwise.</summary>
    public int Breaks { get; private set; }

    /// <summary>Reads until stopped.</summary>
    /// <param name="firstCut">When to cut the first connection, so that not all are cut at once.</param>
    /// <param name="stop">Ends the reader.</param>
    public async Task Run(TimeSpan firstCut, CancellationToken stop)
    {
        var (life, failures) = (firstCut, 0);
        while (!stop.IsCancellationRequested)
        {
            var cursor = seat.Cursor;
            using var timer = new CancellationTokenSource(options.Cut > 0 ? life : Timeout.InfiniteTimeSpan, time);
            using var cut = CancellationTokenSource.CreateLinkedTokenSource(stop, timer.Token);
            life = TimeSpan.FromSeconds(options.Cut);
            try
            {
                await transport.Read(seat, cut.Token);
            }
            catch (HammerStop refusal)
            {
                seat.Refuse(refusal);
                throw;
            }
            catch (Exception broken) when (IsBreak(broken))
            {
                // Whatever ended the connection, the next one resumes from the cursor.
            }

            if (cut.IsCancellationRequested)
            {
                Cuts += stop.IsCancellationRequested ? 0 : 1;
                continue;
            }

            Breaks++;
            failures = seat.Cursor == cursor ? failures + 1 : 0;
            await Task.Delay(Backoff.Before(failures), time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static bool IsBreak(Exception broken) =>
        broken is OperationCanceledException or HttpRequestException or IOException or WebSocketException or HubException
            or TimeoutException or InvalidOperationException;
}
