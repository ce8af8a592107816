using System.CommandLine;
using OrleansMixi.Members;

namespace OrleansMixi.Commands;

/// <summary><c>web token &lt;handle&gt;</c>: prints one access token and nothing else.</summary>
internal static class TokenCommand
{
    public static Command Make()
    {
        var handle = new Argument<string>("handle") { Description = "The member's handle" };
        var scopes = new Option<string>("--scopes") { Description = "read, post, news, admin; with commas between", DefaultValueFactory = _ => "read,post" };
        var create = new Option<bool>("--create") { Description = "Make the member if there is none" };
        var bot = new Option<bool>("--bot") { Description = "With --create: mark the member as a bot" };
        var command = new Command("token", "Print an access token") { handle, scopes, create, bot };
        command.SetAction(result => Run(result.GetRequiredValue(handle), result.GetRequiredValue(scopes), result.GetValue(create), result.GetValue(bot)));
        return command;
    }

    private static Task<int> Run(string handle, string scopes, bool create, bool bot) => CommandHost.Run(async (_, database, _) =>
    {
        var wanted = TokenStore.ReadScopes(scopes);
        var members = new MemberStore(database, TimeProvider.System);
        var member = await members.Find(handle);
        if (member is null && !create)
        {
            await Console.Error.WriteLineAsync($"There is no member '{handle}'; add --create to make one.");
            return 1;
        }

        member ??= await members.Create(handle, null, bot);
        Console.WriteLine(await new TokenStore(database, TimeProvider.System).Create(member.Number, wanted, "made on the command line"));
        return 0;
    });
}
