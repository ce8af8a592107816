using System.CommandLine;

namespace OrleansMixi.Commands;

/// <summary>Commands beside serving: <c>token</c>, <c>news</c>, <c>invite</c>, <c>admin</c>. They open the database themselves and may run beside a server.</summary>
internal static class CommandLine
{
    private static readonly string[] Names = ["token", "invite", "admin", "news"];

    /// <summary>Runs a command and answers its exit code; null if none was given, so that the host serves.</summary>
    public static async Task<int?> TryRun(string[] args)
    {
        if (args.Length == 0 || !Names.Contains(args[0]))
        {
            return null;
        }

        var root = new RootCommand("OrleansMixi");
        root.Subcommands.Add(TokenCommand.Make());
        root.Subcommands.Add(InviteCommand.Make());
        root.Subcommands.Add(AdminCommand.Make());
        root.Subcommands.Add(NewsCommand.Make());
        return await root.Parse(args).InvokeAsync();
    }
}
