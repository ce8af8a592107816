using System.Security.Cryptography;

namespace OrleansMixi.Hammer;

/// <summary>One run: make members, let them follow, open streams, post, wait for the rest, judge what misses.</summary>
internal sealed class HammerRun(HammerOptions options, TimeProvider time, TextWriter progress)
{
    private const int ParallelCalls = 16;

    private readonly string _run = RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", 7);

    /// <exception cref="HammerStop">The run says nothing about the server; the message says what to change.</exception>
    public async Task<Report> Run(CancellationToken stop)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false };
        using var http = new HttpMessageInvoker(handler);
        var api = new MixiApi(http, options, time);

        var members = await api.MakeMembers(Enumerable.Range(0, options.Members).Select(i => $"hm{_run}-{i}"), stop);
        var graph = new FollowGraph(options.Members, options.MeanFollowers, options.Zipf, options.Seed);
        await progress.WriteLineAsync($"{members.Count} members; following {graph.Edges} times");
        await Follow(api, members, graph, stop);

        var clock = new RunClock(time);
        var books = new Books([.. Enumerable.Range(0, options.Streams).Select(graph.Home)]);
        var loop = new OpenLoop(api, members, _run, options, books, clock);
        var readers = await Listen(api, members, books, clock, loop, stop);

        // Streams are closed by now, so nothing arrives while the rest is judged.
        var judge = new Judge(api, books);
        for (var reader = 0; reader < options.Streams; reader++)
        {
            await judge.Decide(reader, members[reader], stop);
        }

        return Report.Of(options, books, loop.Unanswered, readers);
    }

    private static Task Follow(MixiApi api, IReadOnlyList<Member> members, FollowGraph graph, CancellationToken stop) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, members.Count).SelectMany(member => graph.Followees(member).Select(followee => (member, followee))),
            new ParallelOptions { MaxDegreeOfParallelism = ParallelCalls, CancellationToken = stop },
            async (edge, cancel) => await api.Follow(members[edge.member], members[edge.followee].Handle, cancel));

    private async Task<IReadOnlyCollection<LiveReader>> Listen(
        MixiApi api,
        IReadOnlyList<Member> members,
        Books books,
        RunClock clock,
        OpenLoop loop,
        CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        ILiveTransport transport = options.Transport == Transport.Sse ? new SseTransport(api) : new SignalRTransport(api, options);
        var authors = members.Index().ToDictionary(member => member.Item.Handle, member => member.Index);
        var seats = members.Take(options.Streams).Select((member, i) => new ReaderSeat(i, member, authors, books, clock)).ToArray();
        var readers = seats.Select(seat => new LiveReader(seat, transport, options, time)).ToArray();
        var reading = readers.Select((reader, i) => reader.Run(FirstCut(i), end.Token)).ToArray();
        try
        {
            await Open(seats, stop);
            clock.Restart();
            await progress.WriteLineAsync($"{seats.Length} streams open; posting {options.Posts} posts, {options.Rate} a second");
            await loop.Run(stop);
            await Settle(books, stop);
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAll(reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(reading);
        return readers;
    }

    // Spread over one period, so that the server does not see all readers come back at one moment.
    private TimeSpan FirstCut(int reader) => TimeSpan.FromSeconds(options.Cut * (reader + 1) / options.Streams);

    private async Task Open(IReadOnlyCollection<ReaderSeat> seats, CancellationToken stop)
    {
        try
        {
            await Task.WhenAll(seats.Select(seat => seat.Opened)).WaitAsync(TimeSpan.FromSeconds(options.Timeout), time, stop);
        }
        catch (TimeoutException)
        {
            await Task.WhenAll(seats.Select(seat => seat.Opened).Where(opened => opened.IsFaulted));
            throw new HammerStop(
                $"{seats.Count(seat => !seat.Opened.IsCompletedSuccessfully)} of {seats.Count} streams did not open within "
                + $"{options.Timeout} s (a stream is open with its first frame). Raise --timeout or lower --readers.");
        }
    }

    private async Task Settle(Books books, CancellationToken stop)
    {
        if (books.Posts().Count == 0)
        {
            throw new HammerStop($"No post was answered. Look at the server at {options.Url}, lower --rate or raise --timeout.");
        }

        try
        {
            await books.Close().WaitAsync(TimeSpan.FromSeconds(options.Drain), time, stop);
        }
        catch (TimeoutException)
        {
            await progress.WriteLineAsync($"{books.Tally().Pending} deliveries did not come within {options.Drain} s; looking at the timelines");
        }
    }
}
