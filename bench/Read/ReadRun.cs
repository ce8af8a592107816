using System.Diagnostics;
using OrleansMixi.Hammer;
using OrleansMixi.Towns;

namespace OrleansMixi.Read;

/// <summary>
/// Measures reading. Over HTTP: the server has processor 0, wrk (and for Redis a thread of this process) processor 1, and
/// PostgreSQL is idle, because what is read is in memory. Then in process on both processors, and cold from the database.
/// </summary>
internal sealed class ReadRun(ReadOptions options, TextWriter notes)
{
    private const int Limit = 40;
    private const int Callers = 64;
    // On one processor the runtime compiles the program's hot parts beside the work, and takes long over it.
    private const int Warmup = 3;
    private const int RedisPort = 16_380;
    private const string Server = "0", Client = "1";
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<double> _http = [], _redis = [], _hot = [];
    private readonly List<Percentiles> _httpTimes = [], _hotTimes = [];

    public async Task<Result> Run()
    {
        await using var postgres = await TemporaryPostgres.Start(durable: false);
        var town = await ReadTown.Fill(await postgres.CreateDatabase(), options);
        Tell($"{options.Posts:N0} posts by {options.Authors:N0} authors");
        var ((coldTimes, coldBooks), inProcess) = await InProcess(town);
        var overHttp = await OverHttp(town);
        var peers = RedisPages.Installed ? new Dictionary<string, double> { ["redis-lrange-mget"] = Result.Median(_redis) } : [];
        return new("read", Math.Round(_clock.Elapsed.TotalSeconds), options.Rounds, "pages/s", Result.Median(_http), _http.Min(), _http.Max())
        {
            Peers = peers,
            LatencyMs = Middle(_httpTimes),
            Books = PageAudit.Sum([overHttp, inProcess, coldBooks]),
            Missing = RedisPages.Installed ? null : ["redis: install Debian's redis-server"],
            Rows =
            [
                new($"over HTTP, {Limit} posts each, {options.Connections} connections", "pages/s", Result.Median(_http), peers, Middle(_httpTimes)),
                new($"in process, {Limit} ids with headers, {Callers} callers, both processors", "pages/s", Result.Median(_hot), null, Middle(_hotTimes)),
                new($"cold, {options.Topics} topics over {options.Posts:N0} posts", "ms at p99", coldTimes.P99, null, coldTimes),
            ],
        };
    }

    private async Task<((Percentiles LatencyMs, ResultBooks Books) Cold, ResultBooks Hot)> InProcess(ReadTown town)
    {
        await using var host = await BenchTown.Start(town.ConnectionString, town.Shape.Queues, town.Shape.Shards, new Dictionary<string, string?>());
        var cold = await new ColdRebuilds(host, town, Limit).Measure();
        Tell($"cold, {options.Topics} topics: {cold.LatencyMs}");
        var hot = new HotRings(host, town, Limit);
        var books = await hot.Warm();
        await hot.Measure(Callers, options.Seconds);
        var missing = 0L;
        for (var round = 1; round <= options.Rounds; round++)
        {
            var told = await hot.Measure(Callers, options.Seconds);
            _hot.Add(told.PerSecond);
            _hotTimes.Add(told.LatencyMs);
            missing += told.Missing;
            Tell($"round {round}: {told.PerSecond:N0} pages/s in process, {told.LatencyMs}");
        }

        return (cold, PageAudit.Sum([books, new(missing, 0, 0, 0, missing, 0, 0)]));
    }

    private async Task<ResultBooks> OverHttp(ReadTown town)
    {
        await using var server = await ServerProcess.Start(town.ConnectionString, Server);
        var pages = await PageAudit.OverHttp(town, server, Limit);
        using var redis = RedisPages.Installed ? await RedisPages.Start(RedisPort, Server) : null;
        redis?.Fill(pages.Timelines, pages.Posts);
        Tell($"{pages.Posts.Count:N0} posts on {options.Readers:N0} pages of {pages.Posts.Values.Average(post => post.Length):F0} bytes each");
        var (tokens, members) = (town.Readers.Select(ReadTown.Token).ToArray(), town.Readers.ToArray());
        var address = new Uri(server.Address, $"api/timeline?limit={Limit}");
        await Wrk.Run(address, tokens, options.Connections, Warmup * options.Seconds, Client);
        var faults = 0L;
        for (var round = 1; round <= options.Rounds; round++)
        {
            var before = server.ProcessorTime;
            var told = await Wrk.Run(address, tokens, options.Connections, options.Seconds, Client);
            var spent = (server.ProcessorTime - before).TotalMicroseconds / told.Answers;
            _http.Add(told.PerSecond);
            _httpTimes.Add(told.LatencyMs);
            faults += told.Faults;
            if (redis is not null)
            {
                // Two threads take turns on the processor, so that Redis never waits for the client's arithmetic.
                var turns = await Task.WhenAll(Enumerable.Range(0, 2).Select(thread => Affinity.Run(
                    int.Parse(Client, System.Globalization.CultureInfo.InvariantCulture),
                    () => redis.Read(members, Limit, options.Connections / 2, options.Seconds, thread * members.Length / 2))));
                _redis.Add(turns.Sum());
            }

            Tell($"round {round}: {told.PerSecond:N0} pages/s over HTTP, {spent:F1} µs of the server each, {told.LatencyMs}; Redis {(redis is null ? 0 : _redis[^1]):N0} pages/s");
        }

        var after = await PageAudit.OverHttp(town, server, Limit);
        return PageAudit.Sum([pages.Books, after.Books, new(faults, 0, 0, 0, faults, 0, 0)]);
    }

    private void Tell(string what) => notes.WriteLine($"{_clock.Elapsed.TotalSeconds,4:F0} s  {what}");

    private static Percentiles Middle(List<Percentiles> times) => new(
        Result.Median(times.Select(time => time.P50)), Result.Median(times.Select(time => time.P99)), Result.Median(times.Select(time => time.P999)));
}
