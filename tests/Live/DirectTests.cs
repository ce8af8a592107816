using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace OrleansMixi.Live;

public sealed class DirectTests
{
    private const string Ping = """{"type":6}""";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string Long = new('x', 50_000);

    [Fact]
    public async Task A_reader_that_took_nothing_and_reads_on_gets_every_frame_whole_and_in_order()
    {
        await using var host = await DirectHost.Start();
        using var client = await RawWebSocket.Open(host.Address);
        var (reader, transport) = await host.Reader();
        Assert.IsType<DirectTransport>(transport);
        const int Posts = 400;
        for (var post = 1; post <= Posts; post++)
        {
            host.Tell(reader, post, $"{post} {Long}");
        }

        Assert.True(host.Books.Pending > 0, "The socket was never full.");
        var heard = 0;
        while (heard < Posts)
        {
            foreach (var text in Texts(await client.Message().WaitAsync(Patience)))
            {
                Assert.Equal($"{++heard} {Long}", text);
            }
        }

        await Balanced(host);
    }

    [Fact]
    public async Task Messages_of_SignalR_in_many_fragments_and_live_frames_do_not_break_into_each_other()
    {
        await using var host = await DirectHost.Start();
        using var client = await RawWebSocket.Open(host.Address);
        var (reader, _) = await host.Reader();
        const int Rounds = 40;
        const int Length = 300_000;
        var telling = Task.Run(async () =>
        {
            for (var post = 1; post <= Rounds * 10; post++)
            {
                host.Tell(reader, post, $"{post} {Long}");
                await Task.Yield();
            }
        });
        for (var round = 0; round < Rounds; round++)
        {
            await client.Say($$"""{"type":1,"invocationId":"{{round}}","target":"Echo","arguments":[{{Length}}]}""");
            await client.Say(Ping);
        }

        var (answers, heard) = (0, 0);
        while (answers < Rounds || heard < Rounds * 10)
        {
            // Several messages of SignalR's may share one of WebSocket's, each with its separator.
            var message = await client.Message().WaitAsync(Patience);
            Assert.EndsWith("\u001e", message, StringComparison.Ordinal);
            foreach (var part in message.Split('\u001e', StringSplitOptions.RemoveEmptyEntries))
            {
                var json = JsonDocument.Parse(part).RootElement;
                if (json.GetProperty("type").GetInt32() == 3)
                {
                    Assert.Equal($"{answers++}", json.GetProperty("invocationId").GetString());
                    Assert.Equal(Length, json.GetProperty("result").GetString()!.Length);
                }
                else if (json.GetProperty("type").GetInt32() == 1)
                {
                    Assert.All(Texts(part), text => Assert.StartsWith($"{++heard} ", text, StringComparison.Ordinal));
                }
            }
        }

        await telling;
        await Balanced(host);
    }

    [Fact]
    public async Task A_reader_that_takes_nothing_is_closed_and_costs_others_nothing()
    {
        await using var host = await DirectHost.Start();
        using var stuck = await RawWebSocket.Open(host.Address);
        var (slow, _) = await host.Reader();
        using var other = await RawWebSocket.Open(host.Address);
        var (quick, _) = await host.Reader();

        // An answer that nobody takes holds the turn, and a live frame waits behind it.
        await stuck.Say("""{"type":1,"invocationId":"1","target":"Echo","arguments":[20000000]}""");
        for (var post = 1; post <= 400; post++)
        {
            host.Tell(slow, post, $"{post} {Long}");
            host.Tell(quick, post, $"{post}");
        }

        for (var heard = 0; heard < 400;)
        {
            heard += Texts(await other.Message().WaitAsync(Patience)).Count;
        }

        var went = host.Connections.Went.Reader.ReadAsync().AsTask();
        while (!went.IsCompleted)
        {
            slow.Look();
            await Task.WhenAny(went, Task.Delay(50));
        }

        slow.Close("ended");
        await stuck.Closed().WaitAsync(Patience);
        await Balanced(host);
    }

    [Fact]
    public async Task A_reader_that_vanishes_leaves_balanced_books_and_no_exception_unobserved()
    {
        var unobserved = 0;
        void Note(object? sender, UnobservedTaskExceptionEventArgs fault) =>
            unobserved += fault.Exception.ToString().Contains(nameof(DirectSocket), StringComparison.Ordinal) ? 1 : 0;
        TaskScheduler.UnobservedTaskException += Note;
        await using (var host = await DirectHost.Start())
        {
            for (var turn = 0; turn < 10; turn++)
            {
                using var client = await RawWebSocket.Open(host.Address);
                var (reader, _) = await host.Reader();
                for (var post = 1; post <= 200; post++)
                {
                    host.Tell(reader, post, $"{post} {Long}");
                    if (post == 20 * turn)
                    {
                        client.Vanish();
                    }
                }

                client.Vanish();
                await host.Connections.Went.Reader.ReadAsync().AsTask().WaitAsync(Patience);
                host.Tell(reader, 1_000, "too late");
                reader.Close("ended");
            }

            await Balanced(host);
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        TaskScheduler.UnobservedTaskException -= Note;
        Assert.Equal(0, unobserved);
    }

    [Fact]
    public async Task A_connection_with_TLS_or_without_a_socket_stays_with_SignalR()
    {
        await using var host = await DirectHost.Start(tls: true);
        using var client = new ClientWebSocket();
        client.Options.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=localhost";
        await client.ConnectAsync(new($"wss://127.0.0.1:{host.Address.Port}/hub"), CancellationToken.None);
        await client.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, CancellationToken.None);
        var (reader, transport) = await host.Reader();
        Assert.IsType<HubTransport>(transport);
        host.Tell(reader, 1, "by TLS");
        var (heard, buffer) = ("", new byte[4_096]);
        while (!heard.Contains("by TLS", StringComparison.Ordinal))
        {
            var received = await client.ReceiveAsync(buffer, CancellationToken.None).WaitAsync(Patience);
            heard += Encoding.UTF8.GetString(buffer, 0, received.Count);
        }

        var features = new FeatureCollection();
        DirectUpgrade.Prepare(features);
        Assert.Null(features.Get<DirectSocket>());
    }

    private static List<string> Texts(string message) =>
        [.. message.Split('\u001e', StringSplitOptions.RemoveEmptyEntries).Select(part => JsonDocument.Parse(part).RootElement)
            .Where(json => json.GetProperty("type").GetInt32() == 1)
            .SelectMany(json => json.GetProperty("arguments")[0].GetProperty("items").EnumerateArray())
            .Select(item => item.GetProperty("post").GetProperty("text").GetString()!)];

    /// <summary>Waits until the last write is in the books.</summary>
    private static async Task Balanced(DirectHost host)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (host.Books.Pending != 0)
        {
            await Task.Delay(10, deadline.Token);
        }
    }
}
