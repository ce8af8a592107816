using System.CommandLine;
using OrleansMixi.Members;

namespace OrleansMixi.Commands;

/// <summary><c>web admin</c>: makes a member an administrator, which is how the first one comes about.</summary>
internal static class AdminCommand
{
    public static Command Make()
    {
        var handle = new Argument<string>("handle") { Description = "Whose role" };
        var remove = new Option<bool>("--remove") { Description = "Make a plain member again" };
        var command = new Command("admin", "Make a member an administrator") { handle, remove };
        command.SetAction(result => Run(result.GetValue(handle)!, result.GetValue(remove)));
        return command;
    }

    private static Task<int> Run(string handle, bool remove) => CommandHost.Run(async (_, database, _) =>
    {
        var members = new MemberStore(database, TimeProvider.System);
        var member = await members.Find(handle) is { Suspended: 0 } found ? found : throw Errors.NotFound($"member '{handle}'");
        await members.SetRole(member.Number, remove ? MemberRole.Member : MemberRole.Administrator);
        return 0;
    });
}
