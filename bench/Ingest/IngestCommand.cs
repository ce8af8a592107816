using System.CommandLine;
using OrleansMixi.Towns;

namespace OrleansMixi.Ingest;

/// <summary>The command <c>ingest</c>.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var authors = new Option<int[]>("--authors")
        {
            DefaultValueFactory = _ => [1, 64, 1_024, 4_096], AllowMultipleArgumentsPerToken = true, Description = "Authors who write at once, one turn each.",
        };
        var databases = new Option<string[]>("--databases") { DefaultValueFactory = _ => [IngestRun.Postgres, IngestRun.Sqlite], AllowMultipleArgumentsPerToken = true, Description = "PostgreSQL, SQLite; the main figure is the first one's." };
        databases.AcceptOnlyFromAmong(IngestRun.Postgres, IngestRun.Sqlite);
        var rate = new Option<int>("--rate") { DefaultValueFactory = _ => 25_000, Description = "Posts per second of the turn on schedule, if the database can." };
        var queues = new Option<int>("--queues") { DefaultValueFactory = _ => 4, Description = "Queues of the log." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 3, Description = "Rounds, each with all turns and the peer." };
        var seconds = new Option<double>("--seconds") { DefaultValueFactory = _ => 3, Description = "Seconds of each turn." };
        var command = new Command("ingest", "Durable posts per second through the author's grain, beside the bare multi-row insert.");
        foreach (var option in new Option[] { databases, authors, rate, queues, rounds, seconds })
        {
            command.Options.Add(option);
        }

        command.Runs((parsed, notes, _) => new IngestRun(
            new(parsed.GetValue(databases)!, parsed.GetValue(authors)!, parsed.GetValue(rate), parsed.GetValue(queues), parsed.GetValue(rounds), parsed.GetValue(seconds)),
            notes).Run());
        return command;
    }
}
