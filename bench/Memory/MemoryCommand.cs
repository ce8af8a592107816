using System.CommandLine;
using OrleansMixi.Towns;

namespace OrleansMixi.Memory;

/// <summary>The command <c>memory</c>.</summary>
internal static class MemoryCommand
{
    public static Command Create()
    {
        var connections = new Option<int>("--connections") { DefaultValueFactory = _ => 10_000, Description = "WebSocket connections that watch home and are idle." };
        var timelines = new Option<int>("--timelines") { DefaultValueFactory = _ => 200_000, Description = "Active timelines, of 1 to 800 ids." };
        var members = new Option<int>("--members") { DefaultValueFactory = _ => 1_000_000, Description = "Members who follow." };
        var authors = new Option<int>("--authors") { DefaultValueFactory = _ => 100_000, Description = "Members who are followed." };
        var followers = new Option<int>("--followers") { DefaultValueFactory = _ => 400, Description = "Followers of an author on average." };
        var largest = new Option<int>("--largest") { DefaultValueFactory = _ => 460_000, Description = "Followers of the best known author." };
        var settle = new Option<double>("--settle") { DefaultValueFactory = _ => 20, Description = "Seconds that the server is left alone before its memory is read." };
        var command = new Command("memory", "Bytes per idle live connection, per active timeline and per edge.") { connections, timelines, members, authors, followers, largest, settle };
        command.Runs((parsed, notes, _) => new MemoryRun(
            new(
                parsed.GetValue(connections), parsed.GetValue(timelines), parsed.GetValue(members), parsed.GetValue(authors),
                parsed.GetValue(followers), parsed.GetValue(largest), parsed.GetValue(settle)),
            notes).Run());
        return command;
    }
}
