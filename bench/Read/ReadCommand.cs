using System.CommandLine;
using OrleansMixi.Towns;

namespace OrleansMixi.Read;

/// <summary>The command <c>read</c>.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var posts = new Option<int>("--posts") { DefaultValueFactory = _ => 10_000_000, Description = "Posts in the database." };
        var authors = new Option<int>("--authors") { DefaultValueFactory = _ => 100_000, Description = "Members who wrote them." };
        var readers = new Option<int>("--readers") { DefaultValueFactory = _ => 1_000, Description = "Members whose timelines are read hot, each with a token of its own." };
        var cold = new Option<int>("--cold") { DefaultValueFactory = _ => 300, Description = "Members whose timelines are built from the database." };
        var topics = new Option<int>("--topics") { DefaultValueFactory = _ => 400, Description = "Topics that each of those follows." };
        var connections = new Option<int>("--connections") { DefaultValueFactory = _ => 64, Description = "Connections of wrk." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 3, Description = "Rounds, each with all peers in turn." };
        var seconds = new Option<double>("--seconds") { DefaultValueFactory = _ => 5, Description = "Seconds of each turn." };
        var command = new Command("read", "Timeline pages per second over HTTP, hot in process and cold from the database, beside Redis LRANGE and MGET.");
        foreach (var option in new Option[] { posts, authors, readers, cold, topics, connections, rounds, seconds })
        {
            command.Options.Add(option);
        }

        command.Runs((parsed, notes, _) => new ReadRun(
            new(
                parsed.GetValue(posts), parsed.GetValue(authors), parsed.GetValue(readers), parsed.GetValue(cold), parsed.GetValue(topics),
                parsed.GetValue(connections), parsed.GetValue(rounds), parsed.GetValue(seconds)),
            notes).Run());
        return command;
    }
}
