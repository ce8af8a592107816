using System.CommandLine;
using OrleansMixi.Members;

namespace OrleansMixi.Commands;

/// <summary><c>web invite</c>: prints an invitation, which is how the first member comes in.</summary>
internal static class InviteCommand
{
    private const int MaxDays = 365;

    public static Command Make()
    {
        var from = new Option<string?>("--from") { Description = "The handle of the member who invites; without it nobody becomes the newcomer's friend" };
        var days = new Option<int>("--days") { Description = "How long it can be used", DefaultValueFactory = _ => 7 };
        var command = new Command("invite", "Print the address of a sign-up page with an invitation") { from, days };
        command.SetAction(result => Run(result.GetValue(from), result.GetValue(days)));
        return command;
    }

    private static Task<int> Run(string? from, int days) => CommandHost.Run(async (_, database, _) =>
    {
        var members = new MemberStore(database, TimeProvider.System);
        var inviter = from is null ? 0 : (await members.Find(from))?.Number ?? throw Errors.NotFound($"member '{from}'");
        if (days is < 1 or > MaxDays)
        {
            throw Errors.Invalid("days", $"--days is 1 to {MaxDays}.");
        }

        var code = await new InvitationStore(database, members, TimeProvider.System).Create(inviter, TimeSpan.FromDays(days));
        Console.WriteLine($"/sign-up?invitation={code}");
        return 0;
    });
}
