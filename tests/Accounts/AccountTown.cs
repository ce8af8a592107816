using System.Net.Http.Json;
using System.Text.Json;
using MimeKit;
using OrleansMixi.Hosting;

namespace OrleansMixi.Accounts;

/// <summary>A running host without a mail server, shared by the tests of accounts; its mails lie in a folder.</summary>
public sealed class AccountTown : IAsyncLifetime
{
    /// <summary>Settings that let tests hurry.</summary>
    internal static readonly (string Key, string Value)[] Quick =
    [
        ("Mixi__Limits__WritesPerWindow", "5000"), ("Mixi__Accounts__PasswordIterations", "1000"), ("Mixi__Accounts__AttemptsPerMinute", "100000"),
        ("Mixi__Mail__Look", "00:00:00.1"), ("Mixi__Moderation__Look", "00:00:00.2"), ("Mixi__Leaving__Batch", "20"), ("Mixi__Archive__Look", "00:00:00.1"),
    ];

    private readonly TempDatabase _database = new();
    private readonly DirectoryInfo _outbox = Directory.CreateTempSubdirectory("mixi-outbox-");
    private int _members;

    internal TownProcess Town { get; private set; } = null!;

    internal HttpClient Admin { get; private set; } = null!;

    internal string ConnectionString => _database.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        Town = await TownProcess.Start(ConnectionString, "Production", [.. Quick, ("Mixi__Mail__Outbox", _outbox.FullName), ("Mixi__Mail__Site", "https://town.example")]);
        Admin = Town.Client(await Town.Token("op", "read,post,news,admin"));
    }

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await Town.DisposeAsync();
        _database.Dispose();
        _outbox.Delete(recursive: true);
    }

    /// <summary>A handle that nobody has.</summary>
    internal string Name() => $"a{Interlocked.Increment(ref _members)}n";

    /// <summary>A new member with a password, who came by a member's invitation or by the operator's.</summary>
    internal async Task<Newcomer> Newcomer(HttpClient? inviter = null, string? mail = null)
    {
        var handle = Name();
        using var stranger = Town.Client();
        var answer = await stranger.PostAsJsonAsync("api/accounts", new { handle, password = Accounts.Newcomer.Password, invitation = await Invitation(inviter ?? Admin), mail });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return new(handle, Town.Client(made.GetProperty("token").GetString()));
    }

    /// <summary>A new invitation's code.</summary>
    internal static async Task<string> Invitation(HttpClient inviter) =>
        (await (await inviter.PostAsync("api/me/invitations", null)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;

    /// <summary>The mail of a number, from 1, that went to an address; waits for it.</summary>
    internal Task<MimeMessage> Letter(string to, int number = 1) => Eventually.Finds(
        () => Task.FromResult(_outbox.GetFiles("*.eml").OrderBy(file => file.LastWriteTimeUtc).Select(file => MimeMessage.Load(file.FullName))
            .Where(letter => letter.To.Mailboxes.Any(mailbox => mailbox.Address == to)).ElementAtOrDefault(number - 1)),
        () => $"No mail to {to} came:\n{Town.Log}");

    /// <summary>How many mails went to an address.</summary>
    internal int Letters(string to) =>
        _outbox.GetFiles("*.eml").Select(file => MimeMessage.Load(file.FullName)).Count(letter => letter.To.Mailboxes.Any(mailbox => mailbox.Address == to));

    /// <summary>The secret of the link in a mail.</summary>
    internal static string Link(MimeMessage letter) => letter.TextBody!.Split("link=")[1].Split('\n', '\r', ' ')[0];
}
