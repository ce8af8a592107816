using System.Diagnostics;
using OrleansMixi.Towns;

namespace OrleansMixi.Ingest;

/// <summary>Measures one database after the other; PostgreSQL with the most authors is the main figure.</summary>
internal sealed class IngestRun(IngestOptions options, TextWriter notes)
{
    public async Task<Result> Run()
    {
        var clock = Stopwatch.StartNew();
        var folder = Directory.CreateTempSubdirectory("mixi-ingest-");
        await using var postgres = await TemporaryPostgres.Start(durable: true);
        try
        {
            var real = await new IngestRounds("PostgreSQL", options, notes).Run(await postgres.CreateDatabase(), new PostgresBareInsert(await postgres.CreateDatabase(), options.Queues, options.Members));
            var embedded = await new IngestRounds("SQLite", options, notes).Run(InFolder("town"), new SqliteBareInsert(InFolder("bare"), options.Queues, options.Members));
            return new("ingest", Math.Round(clock.Elapsed.TotalSeconds), options.Rounds, IngestRounds.Unit, real.Most.Value, real.Most.Min, real.Most.Max)
            {
                Peers = real.Peers,
                LatencyMs = real.OnSchedule.LatencyMs,
                Books = Sum(real.Books, embedded.Books),
                PostsPerSecond = real.Most.Value,
                Rows = [.. real.Rows, .. embedded.Rows],
            };
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }

        string InFolder(string name) => $"Data Source={Path.Combine(folder.FullName, name)}.db";
    }

    private static ResultBooks Sum(ResultBooks one, ResultBooks two) => new(
        one.Expected + two.Expected, one.Delivered + two.Delivered, 0, 0, one.Lost + two.Lost, one.Duplicated + two.Duplicated, one.OutOfOrder + two.OutOfOrder);
}
