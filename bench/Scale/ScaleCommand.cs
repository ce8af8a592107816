using System.CommandLine;
using OrleansMixi.Towns;

namespace OrleansMixi.Scale;

/// <summary>The command <c>scale</c>.</summary>
internal static class ScaleCommand
{
    public static Command Create()
    {
        var members = new Option<int>("--members") { DefaultValueFactory = _ => 1_000_000, Description = "Members of the largest town." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 5, Description = "Rounds of each turn." };
        var seconds = new Option<double>("--seconds") { DefaultValueFactory = _ => 0.4, Description = "Seconds of each turn in one shard's books; the town's turns take five times as long." };
        var rate = new Option<int>("--rate") { DefaultValueFactory = _ => 2_000, Description = "Ordinary posts per second beside the post to 460,000 followers." };
        var command = new Command("scale", "What a delivery costs as followers, members, queues and shards grow; and whether a post to very many delays the others.") { members, rounds, seconds, rate };
        command.Runs((parsed, notes, _) => new ScaleRun(
            new(parsed.GetValue(members), parsed.GetValue(rounds), parsed.GetValue(seconds), parsed.GetValue(rate)), notes).Run());
        return command;
    }
}
