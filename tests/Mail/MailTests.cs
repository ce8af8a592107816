using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OrleansMixi.Accounts;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Live;

namespace OrleansMixi.Mail;

[Collection(nameof(AccountCollection))]
public sealed class MailTests(AccountTown town)
{
    [Fact]
    public async Task Without_a_mail_server_mails_lie_as_files_in_the_readers_language()
    {
        var (english, japanese) = (Address(), Address());
        foreach (var (address, language) in new[] { (english, "en"), (japanese, "ja") })
        {
            using var visitor = new Visitor(town.Town.Address, language);
            var invitation = await AccountTown.Invitation(town.Admin);
            Assert.Equal("/", await visitor.Send(
                $"/sign-up?invitation={invitation}", "/account/sign-up",
                ("invitation", invitation), ("handle", town.Name()), ("nickname", "Mio"), ("password", Newcomer.Password), ("mail", address)));
        }

        Assert.Equal("Confirm your e-mail address", (await town.Letter(english)).Subject);
        var letter = await town.Letter(japanese);
        Assert.Equal("メールアドレスの確認", letter.Subject);
        Assert.Contains("https://town.example/account/mail/proof?link=", letter.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_proves_once_and_of_many_attempts_one_succeeds()
    {
        var address = Address();
        var mio = await town.Newcomer(mail: address);
        var link = AccountTown.Link(await town.Letter(address));
        var attempts = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => mio.Client.PostAsJsonAsync("api/mail/proof", new { link })));
        Assert.Single(attempts, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.Equal(address, (await mio.Client.GetFromJsonAsync<JsonElement>("api/me/mail")).GetProperty("proven").GetString());
    }

    [Fact]
    public async Task One_address_belongs_to_one_account_however_it_is_spelled()
    {
        var address = Address();
        var mio = await Proven(address);
        var mia = await town.Newcomer();
        await mia.Client.PutAsJsonAsync("api/me/mail", new { address = address.ToUpperInvariant() }).Ok(HttpStatusCode.Accepted);
        var spelled = address.Split('@')[0].ToUpperInvariant() + "@" + address.Split('@')[1];
        var link = AccountTown.Link(await town.Letter(spelled));
        await mia.Client.PostAsJsonAsync("api/mail/proof", new { link }).Refused(409, "conflict");
        Assert.Equal(JsonValueKind.Null, (await mia.Client.GetFromJsonAsync<JsonElement>("api/me/mail")).GetProperty("proven").ValueKind);

        // Once it is free, the same link makes it hers.
        await mio.Client.DeleteAsync("api/me/mail").Ok(HttpStatusCode.NoContent);
        await mia.Client.PostAsJsonAsync("api/mail/proof", new { link }).Ok(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task No_address_stands_readable_in_the_database_or_on_any_answer_to_others()
    {
        var address = Address();
        var mio = await Proven(address);
        var other = await town.Newcomer();
        foreach (var path in new[] { $"api/members/{mio.Handle}", $"user/{mio.Handle}", $"api/feeds/user:{mio.Handle}" })
        {
            Assert.DoesNotContain(address, await other.Client.GetStringAsync(path), StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain(address, await town.Admin.GetStringAsync($"api/admin/members/{mio.Handle}"), StringComparison.OrdinalIgnoreCase);
        var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(town.ConnectionString).DataSource;
        foreach (var name in new[] { file, file + "-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(address)));
        }
    }

    [Theory]
    [InlineData("mio")]
    [InlineData("mio@")]
    [InlineData("@example.com")]
    [InlineData("Mio <mio@example.com>")]
    [InlineData("mio@example.com\r\nBcc: all@example.com")]
    public async Task What_is_no_address_is_refused(string address)
    {
        var mio = await town.Newcomer();
        await mio.Client.PutAsJsonAsync("api/me/mail", new { address }).Refused(400, "invalid");
    }

    [Theory]
    [InlineData("mio+town@example.co.jp")]
    [InlineData("みお@例え.jp")]
    [InlineData("a@b")]
    public async Task Any_domain_and_country_will_do(string address)
    {
        var mio = await town.Newcomer();
        await mio.Client.PutAsJsonAsync("api/me/mail", new { address }).Ok(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Who_asks_for_too_many_mails_is_told_to_wait()
    {
        var mio = await town.Newcomer();
        var attempts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => mio.Client.PutAsJsonAsync("api/me/mail", new { address = Address() })));
        Assert.Equal(5, attempts.Count(answer => answer.StatusCode == HttpStatusCode.Accepted));
        Assert.Equal(15, attempts.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_forgotten_password_is_set_anew_by_mail_and_all_access_ends()
    {
        var address = Address();
        var mio = await Proven(address);
        using var browser = new Visitor(town.Town.Address);
        await browser.SignIn(mio.Handle);
        await using var stream = await EventStream.Open(mio.Client, "home");

        using var stranger = town.Town.Client();
        await stranger.PostAsJsonAsync("api/password/forgot", new { who = "nobody-at-all" }).Ok(HttpStatusCode.Accepted);
        await stranger.PostAsJsonAsync("api/password/forgot", new { who = address }).Ok(HttpStatusCode.Accepted);
        var link = AccountTown.Link(await town.Letter(address, 2));

        using var visitor = new Visitor(town.Town.Address);
        Assert.Contains("type=\"password\"", await visitor.Read($"/account/reset?link={link}"), StringComparison.Ordinal);
        Assert.Equal("/sign-in?notice=password-set", await visitor.Send($"/account/reset?link={link}", "/account/password/reset", ("link", link), ("password", "battery staple")));
        Assert.Equal("/account/forgot?error=link", await visitor.Send("/account/forgot", "/account/password/reset", ("link", link), ("password", "battery staple")));

        await stream.Ended.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await mio.Client.GetAsync("api/me").Refused(401, "unauthenticated");
        Assert.Contains("error=wrong", await visitor.SignIn(mio.Handle), StringComparison.Ordinal);
        Assert.Equal("/", await visitor.SignIn(mio.Handle, "battery staple"));
        await Eventually.Holds(async () => (await browser.Get("/account")).StatusCode == HttpStatusCode.Found);
    }

    [Fact]
    public async Task Where_a_proof_is_required_only_those_who_gave_one_write()
    {
        using var database = new TempDatabase();
        var outbox = Directory.CreateTempSubdirectory("mixi-outbox-");
        await using var host = await TownProcess.Start(
            database.ConnectionString, "Production", [.. AccountTown.Quick, ("Mixi__Accounts__RequireMail", "true"), ("Mixi__Accounts__SignUp", "Open"), ("Mixi__Mail__Outbox", outbox.FullName)]);
        using var stranger = host.Client();
        var answer = await stranger.PostAsJsonAsync("api/accounts", new { handle = "mio", password = Newcomer.Password, mail = "mio@example.com" });
        using var mio = host.Client((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString());
        await mio.Json(HttpMethod.Post, "api/posts", """{"text":"too early"}""").Refused(403, "forbidden");
        FileInfo[] files = [];
        await Eventually.Holds(() => Task.FromResult((files = outbox.GetFiles("*.eml")).Length > 0));

        await mio.PostAsJsonAsync("api/mail/proof", new { link = AccountTown.Link(await MimeKit.MimeMessage.LoadAsync(files[0].FullName, TestContext.Current.CancellationToken)) }).Ok(HttpStatusCode.NoContent);
        await mio.Post("now I may");
        outbox.Delete(recursive: true);
    }

    private static string Address() => $"{Guid.NewGuid():N}@example.org";

    private async Task<Newcomer> Proven(string address)
    {
        var member = await town.Newcomer(mail: address);
        await member.Client.PostAsJsonAsync("api/mail/proof", new { link = AccountTown.Link(await town.Letter(address)) }).Ok(HttpStatusCode.NoContent);
        return member;
    }
}
