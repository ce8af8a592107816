using System.CommandLine;
using OrleansMixi.Towns;

namespace OrleansMixi.Push;

/// <summary>The command <c>push</c>.</summary>
internal static class PushCommand
{
    private static readonly string[] Peers = ["signalr", "nchan", "bun"];

    public static Command Create()
    {
        var few = new Option<int>("--few") { DefaultValueFactory = _ => 1_000, Description = "Connections of the interleaved rounds." };
        var many = new Option<int>("--many") { DefaultValueFactory = _ => 10_000, Description = "Connections of the turns after them; not more than --few leaves them out." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 2, Description = "Rounds, each with all servers in turn." };
        var seconds = new Option<double>("--seconds") { DefaultValueFactory = _ => 1, Description = "Seconds of writing in each turn." };
        var peers = new Option<string>("--peers") { DefaultValueFactory = _ => string.Join(',', Peers), Description = "Which peers run beside it." };
        var only = new Option<string?>("--only") { Description = "Only what has this in its name, such as 'coalesced, home'." };
        var command = new Command("push", "Server CPU per live delivery and its latency, beside plain SignalR groups, nginx with nchan and Bun's WebSocket server.");
        foreach (var option in new Option[] { few, many, rounds, seconds, peers, only })
        {
            command.Options.Add(option);
        }

        command.Runs((parsed, notes, _) => new PushRun(
            new(
                parsed.GetValue(few), parsed.GetValue(many), parsed.GetValue(rounds), parsed.GetValue(seconds),
                parsed.GetValue(peers)!.Split(',', StringSplitOptions.RemoveEmptyEntries), parsed.GetValue(only)),
            notes).Run());
        return command;
    }
}
