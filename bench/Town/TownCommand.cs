using System.CommandLine;
using OrleansMixi.Towns;

namespace OrleansMixi.Town;

/// <summary>The command <c>town</c>.</summary>
internal static class TownCommand
{
    public static Command Create()
    {
        var members = new Option<int>("--members") { DefaultValueFactory = _ => 10_000, Description = "Members of the town." };
        var communities = new Option<int>("--communities") { DefaultValueFactory = _ => 36, Description = "Communities of the town." };
        var readers = new Option<int>("--readers") { DefaultValueFactory = _ => 300, Description = "Members who listen live by Server-Sent Events." };
        var rate = new Option<int>("--rate") { DefaultValueFactory = _ => 100, Description = "Requests per second that are tried first." };
        var ceiling = new Option<double>("--ceiling") { DefaultValueFactory = _ => 100, Description = "A rate is held while 99 of 100 requests take less than so many milliseconds and none fails." };
        var share = new Option<double>("--share") { DefaultValueFactory = _ => 0.7, Description = "The part of the rate held at which kinds are measured." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 3, Description = "Rounds, each with a search for the rate held and a measured turn." };
        var seconds = new Option<double>("--seconds") { DefaultValueFactory = _ => 8, Description = "Seconds of each measured turn." };
        var probe = new Option<double>("--probe") { DefaultValueFactory = _ => 3, Description = "Seconds of each try of a rate." };
        var warmUp = new Option<double>("--warm-up") { DefaultValueFactory = _ => 30, Description = "Seconds at the first rate before anything is measured." };
        var alone = new Option<double>("--alone") { DefaultValueFactory = _ => 2, Description = "Seconds for which each kind is asked for alone." };
        var most = new Option<int>("--most") { DefaultValueFactory = _ => 100_000, Description = "No rate above this is tried." };
        var hotRate = new Option<int>("--hot-rate") { DefaultValueFactory = _ => 1_667, Description = "Reactions per second to one post; 1,667 are 100,000 a minute." };
        var hotSeconds = new Option<double>("--hot-seconds") { DefaultValueFactory = _ => 10, Description = "For how long; 0 leaves it out." };
        var command = new Command("town", "A town's day in small: pages, posts, comments, reactions, messages and footprints in realistic proportions, with live readers.")
        {
            members, communities, readers, rate, ceiling, share, rounds, seconds, probe, warmUp, alone, most, hotRate, hotSeconds,
        };
        command.Runs((parsed, notes, _) => new TownRun(
            new(
                parsed.GetValue(members), parsed.GetValue(communities), parsed.GetValue(readers), parsed.GetValue(rate), parsed.GetValue(ceiling), parsed.GetValue(share),
                parsed.GetValue(rounds), parsed.GetValue(seconds), parsed.GetValue(probe), parsed.GetValue(warmUp), parsed.GetValue(alone), parsed.GetValue(most), parsed.GetValue(hotRate), parsed.GetValue(hotSeconds)),
            notes).Run());
        return command;
    }
}
