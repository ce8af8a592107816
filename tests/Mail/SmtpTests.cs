using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Accounts;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using SmtpServer.Protocol;

namespace OrleansMixi.Mail;

/// <summary>The dialogue with a real mail server.</summary>
public sealed class SmtpTests : IAsyncLifetime
{
    private readonly TempDatabase _database = new();
    private readonly SmtpInbox _inbox = new();
    private TownProcess _town = null!;
    private HttpClient _mio = null!;

    public async ValueTask InitializeAsync()
    {
        _town = await TownProcess.Start(
            _database.ConnectionString,
            "Production",
            [
                .. AccountTown.Quick, ("Mixi__Mail__Host", "127.0.0.1"), ("Mixi__Mail__Port", $"{_inbox.Port}"), ("Mixi__Mail__Security", "None"), ("Mixi__Mail__User", SmtpInbox.User),
                ("Mixi__Mail__Password", SmtpInbox.Password), ("Mixi__Mail__From", "The town <town@example.org>"), ("Mixi__Mail__Pause", "00:00:00.2"), ("Mixi__Mail__LongestPause", "00:00:01"),
            ]);
        _mio = (await _town.Members(await _town.Token("op", "read,post,admin"), "mio"))[0];
    }

    public async ValueTask DisposeAsync()
    {
        _mio.Dispose();
        await _town.DisposeAsync();
        await _inbox.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task A_mail_goes_out_signed_in_and_its_link_proves_the_address()
    {
        _inbox.Start();
        await _mio.PutAsJsonAsync("api/me/mail", new { address = "Mio@Example.COM" }).Ok(HttpStatusCode.Accepted);
        var letter = await _inbox.Next();
        Assert.Equal("town@example.org", letter.From.Mailboxes.Single().Address);
        Assert.Equal("Mio@example.com", letter.To.Mailboxes.Single().Address);
        Assert.Equal("auto-generated", letter.Headers["Auto-Submitted"]);
        Assert.Contains($"http://localhost:{_town.Port}/account/mail/proof?link=", letter.TextBody, StringComparison.Ordinal);
        await _mio.PostAsJsonAsync("api/mail/proof", new { link = AccountTown.Link(letter) }).Ok(HttpStatusCode.NoContent);
        Assert.Equal("Mio@example.com", (await _mio.GetFromJsonAsync<JsonElement>("api/me/mail")).GetProperty("proven").GetString());
    }

    [Fact]
    public async Task An_outage_of_the_mail_server_and_a_restart_lose_nothing()
    {
        await _mio.PutAsJsonAsync("api/me/mail", new { address = "mio@example.com" }).Ok(HttpStatusCode.Accepted);
        await Logged("was not taken at attempt");
        await _town.Kill();
        await _town.Start();
        _inbox.AnswerFirst(new(SmtpReplyCode.ServiceUnavailable, "not yet"));
        _inbox.Start();
        var letter = await _inbox.Next();
        Assert.Equal("mio@example.com", letter.To.Mailboxes.Single().Address);
        Assert.Equal(2, _inbox.Offered);
    }

    [Fact]
    public async Task A_mail_that_is_refused_for_good_holds_up_no_other()
    {
        _inbox.AnswerFirst(new(SmtpReplyCode.TransactionFailed, "never"));
        _inbox.Start();
        await _mio.PutAsJsonAsync("api/me/mail", new { address = "first@example.com" }).Ok(HttpStatusCode.Accepted);
        await Logged("was refused for good");
        await _mio.PutAsJsonAsync("api/me/mail", new { address = "second@example.com" }).Ok(HttpStatusCode.Accepted);
        Assert.Equal("second@example.com", (await _inbox.Next()).To.Mailboxes.Single().Address);
        Assert.Equal(2, _inbox.Offered);
    }

    private Task Logged(string words) => Eventually.Holds(() => Task.FromResult(_town.Log.Contains(words, StringComparison.Ordinal)), () => _town.Log);
}
