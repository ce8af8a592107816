using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace OrleansMixi.Hammer;

/// <summary>Listens at the hub over WebSockets; resumes by watching from the cursor.</summary>
internal sealed class SignalRTransport(MixiApi api, HammerOptions options) : ILiveTransport
{
    private static readonly string[] _topics = ["home"];

    public async Task Read(ReaderSeat seat, CancellationToken cut)
    {
        // A batch brings a cursor, but the first may never come before the first cut: start from the timeline's.
        seat.Cursor ??= (await api.Timeline(seat.Member, 1, null, cut))?.Cursor;
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var connection = Connect(seat);
        connection.Closed += error =>
        {
            closed.TrySetException(error ?? new IOException("The server closed the connection."));
            return Task.CompletedTask;
        };
        connection.On<FeedBatch>("Posts", batch =>
        {
            seat.Receive(batch.Items);
            seat.Cursor = batch.Cursor ?? seat.Cursor;
        });
        connection.On<JsonElement>("Changed", changed => Move(seat, changed));
        connection.On<JsonElement>("Gap", gap => Announced(seat, gap));
        connection.On<JsonElement>("Reset", reset => Announced(seat, reset));

        await connection.StartAsync(cut);
        await connection.InvokeAsync("Watch", _topics, seat.Cursor, cut);
        seat.Open();
        await closed.Task.WaitAsync(cut);
    }

    private HubConnection Connect(ReaderSeat seat) =>
        new HubConnectionBuilder()
            .WithUrl(new Uri(options.Url, "hubs/feed"), http =>
            {
                http.Transports = HttpTransportType.WebSockets;
                http.SkipNegotiation = true;
                http.AccessTokenProvider = () => Task.FromResult<string?>(seat.Member.Token);
                http.WebSocketConfiguration = socket => socket.Proxy = null;
            })
            .Build();

    private static void Announced(ReaderSeat seat, JsonElement info)
    {
        seat.Announce();
        Move(seat, info);
    }

    private static void Move(ReaderSeat seat, JsonElement info)
    {
        if (info.ValueKind == JsonValueKind.Object && info.TryGetProperty("cursor", out var cursor))
        {
            seat.Cursor = cursor.GetString() ?? seat.Cursor;
        }
    }
}
