using System.CommandLine;
using OrleansMixi.Towns;

namespace OrleansMixi.Fanout;

/// <summary>The command <c>fanout</c>.</summary>
internal static class FanoutCommand
{
    public static Command Create()
    {
        var members = new Option<int>("--members") { DefaultValueFactory = _ => 1_000_000, Description = "Members, all with an active timeline." };
        var authors = new Option<int>("--authors") { DefaultValueFactory = _ => 100_000, Description = "Members who write." };
        var followers = new Option<int>("--followers") { DefaultValueFactory = _ => 400, Description = "Followers of an author on average." };
        var largest = new Option<int>("--largest") { DefaultValueFactory = _ => 460_000, Description = "Followers of the best known author." };
        var writers = new Option<int>("--writers") { DefaultValueFactory = _ => 4_096, Description = "Posts under way at once." };
        var queues = new Option<int>("--queues") { DefaultValueFactory = _ => 4, Description = "Queues of the log." };
        var shards = new Option<int>("--shards") { DefaultValueFactory = _ => 16, Description = "Timeline shards." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 3, Description = "Rounds, each with all peers in turn." };
        var seconds = new Option<double>("--seconds") { DefaultValueFactory = _ => 5, Description = "Seconds of each turn." };
        var command = new Command("fanout", "Ids appended to active timelines per second, with durable posts, beside Redis lists and one grain call per follower.");
        foreach (var option in new Option[] { members, authors, followers, largest, writers, queues, shards, rounds, seconds })
        {
            command.Options.Add(option);
        }

        command.Runs((parsed, notes, _) => new FanoutRun(
            new(
                parsed.GetValue(members), parsed.GetValue(authors), parsed.GetValue(followers), parsed.GetValue(largest), parsed.GetValue(writers),
                parsed.GetValue(queues), parsed.GetValue(shards), parsed.GetValue(rounds), parsed.GetValue(seconds)),
            notes).Run());
        return command;
    }
}
