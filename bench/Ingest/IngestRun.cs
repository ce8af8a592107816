using System.Diagnostics;
using OrleansMixi.Towns;

namespace OrleansMixi.Ingest;

/// <summary>Measures one database after the other; the first one with the most authors is the main figure.</summary>
internal sealed class IngestRun(IngestOptions options, TextWriter notes)
{
    public const string Postgres = "PostgreSQL";
    public const string Sqlite = "SQLite";

    public async Task<Result> Run()
    {
        var clock = Stopwatch.StartNew();
        var figures = new List<IngestFigures>();
        foreach (var database in options.Databases)
        {
            figures.Add(await (database == Postgres ? OnPostgres() : OnSqlite()));
        }

        var most = figures[0].Most;
        return new("ingest", Math.Round(clock.Elapsed.TotalSeconds), options.Rounds, IngestRounds.Unit, Math.Round(most.Value), Math.Round(most.Min), Math.Round(most.Max))
        {
            Peers = figures[0].Peers,
            LatencyMs = figures[0].OnSchedule.LatencyMs,
            Books = figures.Select(figure => figure.Books).Aggregate(Sum),
            PostsPerSecond = Math.Round(most.Value),
            Rows = [.. figures.SelectMany(figure => figure.Rows)],
        };
    }

    private async Task<IngestFigures> OnPostgres()
    {
        await using var server = await TemporaryPostgres.Start(durable: true);
        return await new IngestRounds(Postgres, options, notes)
            .Run(await server.CreateDatabase(), new PostgresBareInsert(await server.CreateDatabase(), options.Queues, options.Members));
    }

    private async Task<IngestFigures> OnSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("mixi-ingest-");
        try
        {
            return await new IngestRounds(Sqlite, options, notes).Run(File("town"), new SqliteBareInsert(File("bare"), options.Queues, options.Members));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }

        string File(string name) => $"Data Source={Path.Combine(folder.FullName, name)}.db";
    }

    private static ResultBooks Sum(ResultBooks one, ResultBooks two) => new(
        one.Expected + two.Expected, one.Delivered + two.Delivered, 0, 0, one.Lost + two.Lost, one.Duplicated + two.Duplicated, one.OutOfOrder + two.OutOfOrder);
}
