using OrleansMixi.Storage;
using OrleansMixi.Towns;

namespace OrleansMixi.Ingest;

/// <summary>All turns on one database, in rounds: each number of authors, then the bare insert; last a turn on schedule, and the audit.</summary>
internal sealed class IngestRounds(string database, IngestOptions options, TextWriter notes)
{
    public const string Unit = "posts/s";
    private const string Peer = "bare multi-row insert";
    private const int Shards = 16;

    // What a schedule asks at most of what the database can.
    private const double Load = 0.7;

    public async Task<IngestFigures> Run(string connectionString, IBareInsert bare)
    {
        await using var town = await BenchTown.Start(
            connectionString, options.Queues, Shards, new Dictionary<string, string?> { ["Mixi:Limits:WritesPerWindow"] = $"{int.MaxValue}" });
        var storage = Database.Of(connectionString);
        await CrowdMembers.Make(storage, options.Members);
        var crowd = new Crowd(town.Grains, options.Members);

        // Long enough for the runtime to have looked at the hot code a second time.
        await crowd.Write(options.Members, 2 * options.Seconds);
        await bare.Prepare();
        await bare.Write(1);

        var turns = options.Authors.Select(authors => (Authors: authors, Turn: new Turn($"{database}, {authors:N0} authors"))).ToList();
        var limit = new List<double>();
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var (authors, turn) in turns)
            {
                var (reached, taken) = await crowd.Write(authors, options.Seconds);
                turn.Add(reached, taken);
                notes.WriteLine($"{turn.Name}: {reached:N0} posts/s, {Hammer.Percentiles.Of(taken)}");
            }

            limit.Add(await bare.Write(options.Seconds));
            notes.WriteLine($"{database}, {Peer}: {limit[^1]:N0} rows/s");
        }

        var most = turns.MaxBy(turn => turn.Authors).Turn;
        var rate = (int)Math.Min(options.Rate, Load * most.Value);
        var schedule = new Turn($"{database}, {rate:N0} posts/s on schedule, {options.Members:N0} authors");
        for (var round = 1; round <= options.Rounds; round++)
        {
            var (kept, late) = await crowd.WriteOnSchedule(rate, options.Seconds);
            schedule.Add(kept, late);
            notes.WriteLine($"{schedule.Name}: {kept:N0} posts/s, {schedule.LatencyMs}");
        }

        var peers = new Dictionary<string, double> { [Peer] = Math.Round(Result.Median(limit)) };
        return new(
            most, schedule, peers,
            [.. turns.Select(turn => turn.Turn.Row(peers)), schedule.Row(null)],
            await new CrowdAudit(storage, crowd).Balance());
    }
}
