using System.CommandLine;
using System.Globalization;
using OrleansMixi.Towns;

namespace OrleansMixi.EndToEnd;

/// <summary>The command <c>endtoend</c>.</summary>
internal static class EndToEndCommand
{
    public static Command Create()
    {
        var readers = new Option<int>("--readers") { DefaultValueFactory = _ => 1_000, Description = "Readers who watch their home timelines, each over a WebSocket." };
        var authors = new Option<int>("--authors") { DefaultValueFactory = _ => 1_000, Description = "Members who post, each over a connection and with a token of its own." };
        var reached = new Option<int>("--reached") { DefaultValueFactory = _ => 10, Description = "Readers whom a post reaches on average." };
        var rates = new Option<string>("--rates") { DefaultValueFactory = _ => "100,1000,5000", Description = "Posts per second, one turn each; 1,000 is the bench's value if it is among them." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 3, Description = "Rounds, each with all rates." };
        var seconds = new Option<double>("--seconds") { DefaultValueFactory = _ => 5, Description = "Seconds of each turn." };
        var command = new Command("endtoend", "From a post over HTTP to the frame at the readers, by the schedule of an open loop.") { readers, authors, reached, rates, rounds, seconds };
        command.Runs((parsed, notes, _) => new EndToEndRun(
            new(
                parsed.GetValue(readers), parsed.GetValue(authors), parsed.GetValue(reached),
                [.. parsed.GetValue(rates)!.Split(',').Select(rate => int.Parse(rate, CultureInfo.InvariantCulture))],
                parsed.GetValue(rounds), parsed.GetValue(seconds)),
            notes).Run());
        return command;
    }
}
