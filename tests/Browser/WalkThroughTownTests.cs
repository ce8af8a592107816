using System.Globalization;
using System.IO.Compression;
using Microsoft.Playwright;
using OrleansMixi.Media;

namespace OrleansMixi.Browser;

/// <summary>The town as three people live in it, from the invitation to the farewell: a real host, real browsers, one of them on a telephone.</summary>
public sealed class WalkThroughTownTests(BrowsedTown town) : IClassFixture<BrowsedTown>, IAsyncLifetime
{
    private const string Password = "correct horse";
    private const string Address = "mio@example.com";
    private Resident _hanako = null!;
    private Resident _mio = null!;
    private Resident _emma = null!;
    private string _diary = "";
    private string _talk = "";
    private string _event = "";

    public async ValueTask InitializeAsync()
    {
        _hanako = await town.Arrive("hanako", "ja");
        _mio = await town.Arrive("mio", "en", phone: true);
        _emma = await town.Arrive("emma", "en");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Three_people_meet_write_talk_and_part()
    {
        var invitation = await HanakoInvites();
        await MioMovesInAndIsHanakosFriend(invitation);
        await MioProvesAnAddress();
        await MioWritesAProfile();
        await EmmaAsksAndMioApproves();
        await MioWritesADiaryForFriends();
        await EmmaCommentsAndIinesComeLive();
        await FootprintsAreLeftAndSeen();
        await MessagesComeLiveAndAreRead();
        await ACommunityIsFoundedAndLetsIn();
        await AnEventIsAnnouncedAndJoined();
        await MioBlocksEmma();
        await MioTakesEverythingAlong();
        await MioLeaves();
        town.NobodyComplains();
    }

    private async Task<string> HanakoInvites()
    {
        await _hanako.EnterAs("はなこ");
        await _hanako.Bar("/friends");
        await _hanako.Follow("友だちを街に招待する");
        await _hanako.Press("招待リンクをつくる");
        await _hanako.IsTold("招待リンクができました。");
        await _hanako.Shot("invitation");
        return await _hanako.Page.GetByLabel("新しい招待リンク").InputValueAsync();
    }

    private async Task MioMovesInAndIsHanakosFriend(string invitation)
    {
        await _hanako.ReadsAllNotices("すべて既読にする");
        await _mio.MovesIn(invitation, "mio", "みお", Password);
        await _mio.Sees(_mio.Post("くるみパン"));
        await _mio.Bar("/friends");
        await _mio.Sees(_mio.Row("はなこ"));

        await _hanako.Sees(_hanako.Bell);
        await _hanako.Sees(_hanako.Row("みおさんとマイミクになりました"));
        await _hanako.Bar("/friends");
        await _hanako.Sees(_hanako.Row("みお"));
    }

    private async Task MioProvesAnAddress()
    {
        await _mio.Page.GetByLabel("Language").SelectOptionAsync("ja");
        await _mio.Page.Locator(".language button").ClickAsync();
        await _mio.Bar("/account");
        await _mio.Follow("メール");
        await _mio.Fill("メールアドレス", Address);
        await _mio.Press("確認メールを送る");
        await _mio.IsTold("メールを送りました。");
        var letter = await town.Post.Next();
        Assert.Equal("メールアドレスの確認", letter.Subject);
        await _mio.Page.GotoAsync(letter.TextBody!.Split('\n', '\r', ' ').First(word => word.StartsWith("http", StringComparison.Ordinal)));
        await _mio.Shot("proof");
        await _mio.Page.Locator("main form button").ClickAsync();
        await _mio.IsTold("メールアドレスを確認しました。");
        await _mio.Sees(Address);
    }

    private async Task MioWritesAProfile()
    {
        await _mio.Bar("/account");
        await _mio.Follow("プロフィール");
        await _mio.Fill("自己紹介", "引っ越してきたばかりです。よろしくお願いします。");
        await _mio.Fill("住んでいるところ", "灯台の下");
        await _mio.Choose("公開範囲：住んでいるところ", "マイミクまで");
        await _mio.Shot("profile-form");
        await _mio.Press("保存する");
        await _mio.IsTold("保存しました。");

        await _hanako.Follow("みお");
        await _hanako.Sees("引っ越してきたばかりです。");
        await _hanako.Sees("灯台の下");
        await _hanako.Shot("profile");
    }

    private async Task EmmaAsksAndMioApproves()
    {
        await _mio.ReadsAllNotices("すべて既読にする");
        await _emma.EnterAs("Emma");
        await _emma.ReadsAllNotices("Mark all as read");
        await _emma.Page.Locator(".top-search input").FillAsync("みお");
        await _emma.Page.Locator(".top-search button").ClickAsync();
        await _emma.Follow("みお");
        await _emma.Sees("引っ越してきたばかりです。");
        await _emma.SeesNo("灯台の下");
        await _emma.Unfold("Become friends");
        await _emma.Fill("A few words (optional)", "We met at the fish market!");
        await _emma.Press("Send request");
        await _emma.IsTold("Your friend request is on its way.");

        await _mio.Sees(_mio.Bell);
        await _mio.Sees(_mio.Row("Emmaさんからマイミク申請が届いています"));
        await _mio.Shot("request");
        await _mio.Follow("Emmaさんからマイミク申請が届いています");
        await _mio.Sees("We met at the fish market!");
        await _mio.Press("承認する: Emma");
        await _mio.IsTold("マイミクになりました！");

        await _emma.Sees(_emma.Bell);
        await _emma.Bar("/notifications");
        await _emma.Follow("みお is your friend now");
        await _emma.Sees("灯台の下");
    }

    private async Task MioWritesADiaryForFriends()
    {
        await _hanako.Bar("/");
        await _emma.Bar("/");
        await _mio.Bar("/diary/write");
        await _mio.Fill("タイトル", "はじめての朝市");
        await _mio.Fill("本文", "港の朝市に行きました。**鯵**が安かったです。");
        await _mio.Choose("公開範囲", "マイミクまで");
        await _mio.Unfold("写真を付ける");
        await _mio.Page.Locator(".picture-pick input[type=file]").SetInputFilesAsync([Photo("market.jpg", "image/jpeg"), Photo("lighthouse.png", "image/png")]);
        await _mio.Page.GetByLabel("見えない人のための説明").First.FillAsync("朝市のテント");
        await _mio.Page.GetByLabel("見えない人のための説明").Nth(1).FillAsync("朝の灯台");
        await _mio.Shot("diary-form");
        await _mio.Press("公開する");
        await _mio.Sees(_mio.Page.Locator(".diary strong"), "鯵");
        await _mio.SeesPicture("朝の灯台");
        _diary = new Uri(_mio.Page.Url).AbsolutePath;
        await _mio.Shot("diary");

        foreach (var friend in new[] { _hanako, _emma })
        {
            await friend.Sees(friend.Post("はじめての朝市"));
            await friend.Sees(friend.Post("はじめての朝市"), "港の朝市に行きました。鯵が安かったです。");
            await friend.SeesPicture("朝市のテント");
        }

        await _emma.Shot("diary-live");
        using var stranger = town.Host.Client();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri(_diary, UriKind.Relative))).StatusCode);
    }

    private async Task EmmaCommentsAndIinesComeLive()
    {
        await _mio.Post("はじめての朝市").Locator(".deed-talk").ClickAsync();
        await _emma.Post("はじめての朝市").Locator(".deed-talk").ClickAsync();
        await _emma.Fill("Write a comment", "I sell there every Saturday!");
        await _emma.Press("Post");
        await _mio.Sees(_mio.Post("I sell there every Saturday!"));
        await _mio.Post("I sell there every Saturday!").Locator(".deed-iine").ClickAsync();
        await _emma.Sees(_emma.Post("I sell there every Saturday!").Locator(".deed-iine"), "1");
        await _emma.Page.Locator(".reactions button", new() { HasTextString = "Iine!" }).ClickAsync();
        await _mio.Sees(_mio.Page.Locator(".reactions button", new() { HasTextString = "イイネ" }), "1");
        await _hanako.Sees(_hanako.Post("はじめての朝市").Locator(".deed-iine"), "1");
        await _hanako.Sees(_hanako.Post("はじめての朝市").Locator(".deed-talk"), "1");
        await _mio.Shot("comments");
    }

    private async Task FootprintsAreLeftAndSeen()
    {
        await _mio.Bar("/footprints");
        await _mio.Sees(_mio.Row("はなこ"));
        await _mio.Sees(_mio.Row("Emma"));
        await _mio.Shot("footprints");

        await _hanako.Bar("/footprints");
        await _mio.Bar("/friends");
        await _mio.Follow("はなこ");
        await _hanako.Sees(_hanako.Row("みお"));
    }

    private async Task MessagesComeLiveAndAreRead()
    {
        await _emma.Bar("/");
        var waiting = int.TryParse(await _emma.Page.Locator("nav.bar a[href='/messages'] .count").TextContentAsync(), CultureInfo.InvariantCulture, out var others) ? others : 0;
        await _mio.Bar("/friends");
        await _mio.Follow("Emma");
        await _mio.Press("メッセージを送る");
        await _mio.Says("土曜日、朝市で会えますか？");
        _talk = new Uri(_mio.Page.Url).AbsolutePath;
        await _emma.Sees(_emma.Page.Locator("nav.bar a[href='/messages'] .count"), $"{waiting + 1}");
        await _emma.Bar("/messages");
        await _emma.Page.Locator(".talks .unread", new() { HasTextString = "みお" }).Locator("a.whole").ClickAsync();
        await _emma.Sees(_emma.Page.Locator(".bubble"), "土曜日、朝市で会えますか？");
        await _mio.Sees(_mio.Page.Locator(".said-when .read"), "既読");
        await _emma.Says("Yes! Ten o'clock?");
        await _mio.Sees(_mio.Page.Locator(".line:not(.own) .bubble"), "Yes! Ten o'clock?");
        await _emma.Sees(_emma.Page.Locator(".said-when .read"), "Read");
        await _mio.Shot("talk");
    }

    private async Task ACommunityIsFoundedAndLetsIn()
    {
        await _mio.ReadsAllNotices("すべて既読にする");
        await _mio.Bar("/communities");
        await _mio.Unfold("コミュニティをつくる");
        await _mio.Fill("コミュニティ名", "朝市の会");
        await _mio.Fill("アドレスに使う名前", "morning-market");
        await _mio.Choose("参加のしかた", "承認制");
        await _mio.Shot("community-form");
        await _mio.Press("つくる");
        await _mio.IsTold("コミュニティができました。");

        foreach (var (guest, ask, waiting) in new[] { (_emma, "Ask to join: 朝市の会", "Waiting for approval"), (_hanako, "参加を申請する: 朝市の会", "承認待ち") })
        {
            await guest.Bar("/communities");
            await guest.Follow("朝市の会");
            await guest.Press(ask);
            await guest.Sees(waiting);
        }

        await _mio.Sees(_mio.Bell);
        await _mio.Bar("/notifications");
        await _mio.Page.Locator(".told a.what", new() { HasTextString = "「朝市の会」への参加を希望しています" }).First.ClickAsync();
        await _mio.Press("承認する: Emma");
        await _mio.IsTold("参加を承認しました。");
        await _mio.Press("承認する: はなこ");
        await _mio.SeesNo("参加の承認を待っている人");
        await _mio.Shot("community");

        await _emma.Sees(_emma.Bell);
        await _emma.Bar("/notifications");
        await _emma.Page.Locator(".told a.what", new() { HasTextString = "You were let into 朝市の会" }).ClickAsync();
        await _hanako.Open("/community/morning-market");
        await _emma.Writes("Hello from the fish stall");
        await _mio.Sees(_mio.Post("Hello from the fish stall"));
    }

    private async Task AnEventIsAnnouncedAndJoined()
    {
        await _mio.Follow("イベント");
        await _mio.Unfold("イベントを立てる");
        await _mio.Fill("タイトル", "みんなで朝ごはん");
        await _mio.Fill("日時", TimeProvider.System.GetUtcNow().AddDays(9).ToString("yyyy-MM-dd'T'09:00", CultureInfo.InvariantCulture));
        await _mio.Fill("場所", "灯台のふもと");
        await _mio.Fill("内容", "持ち寄りです。");
        await _mio.Press("立てる");
        await _mio.Follow("みんなで朝ごはん");
        _event = new Uri(_mio.Page.Url).AbsolutePath;

        await _emma.Follow("Events");
        await _emma.Follow("みんなで朝ごはん");
        await _emma.Press("Take part");
        await _emma.IsTold("You take part.");
        await _mio.Page.ReloadAsync();
        await _mio.Sees(_mio.Row("Emma"));
        await _mio.Shot("event");
    }

    private async Task MioBlocksEmma()
    {
        await _mio.Bar("/friends");
        await _mio.Follow("Emma");
        await _mio.Unfold("ブロックする");
        await _mio.Press("ブロックする");
        await _mio.IsTold("ブロックしました。");
        await _mio.Sees("@emma");
        await _mio.Shot("blocked");
        await Never(_mio, "emma", "Emma");
        await Never(_emma, "mio", "みお", "/community/morning-market/members", "/community/morning-market/about", "/community/morning-market/log");

        // Who looks after a community still sees whom to look after.
        await _mio.Open("/community/morning-market/members");
        await _mio.Sees(_mio.Row("Emma"));

        // Live too: what hanako writes after each of them comes to the other, what they write does not.
        foreach (var (writer, reader, text) in new[] { (_mio, _emma, "みおより"), (_emma, _mio, "From Emma") })
        {
            await reader.Open("/community/morning-market");
            await writer.Open("/community/morning-market");
            await writer.Writes(text);
            await _hanako.Sees(_hanako.Post(text));
            await _hanako.Writes($"{text}のあと");
            await reader.Sees(reader.Post($"{text}のあと"));
            await reader.SeesNo(reader.Page.Locator(".post .text", new() { HasTextRegex = new($"{text}$") }));
        }
    }

    /// <summary>Looks everywhere for somebody and finds nothing.</summary>
    private async Task Never(Resident one, string handle, string nickname, params string[] more)
    {
        await one.Bar("/");
        await one.SeesNo(one.Page.Locator(".post .name", new() { HasTextString = nickname }));
        await one.FindsNothingAt($"/user/{handle}");
        await one.FindsNothingAt($"/user/{handle}/diary");
        await one.FindsNothingAt($"/user/{handle}/albums");
        await one.FindsNothingAt(_talk);
        string[] paths =
        [
            $"/search?q={Uri.EscapeDataString(nickname)}", "/friends", "/following", "/notifications", "/messages", "/messages/new", "/footprints", "/footprints/left", "/friends/groups",
            "/community/morning-market", "/community/morning-market/events", _event, .. more,
        ];
        foreach (var path in paths)
        {
            await one.Open(path);
            await one.SeesNo(one.Page.Locator($"main [href*='/user/{handle}']"));
            await one.SeesNo(one.Page.Locator("main .name, main .what, main .about, main .bubble, main bdi", new() { HasTextString = nickname }));
        }
    }

    private async Task MioTakesEverythingAlong()
    {
        await _mio.Bar("/account/archive");
        await Assertions.Expect(_mio.Page.Locator(".tabs [aria-current]")).ToBeInViewportAsync();
        await _mio.Press("アーカイブを作る");
        await _mio.Sees(_mio.Link("ダウンロード"));
        await _mio.Shot("archive");
        var file = await _mio.Page.RunAndWaitForDownloadAsync(() => _mio.Follow("ダウンロード"));
        await using var archive = await ZipFile.OpenReadAsync(await file.PathAsync());
        using var posts = new StreamReader(await archive.Entries.Single(entry => entry.Name == "posts.jsonl").OpenAsync());
        Assert.Contains("港の朝市に行きました。**鯵**が安かったです。", System.Text.RegularExpressions.Regex.Unescape(await posts.ReadToEndAsync()), StringComparison.Ordinal);
        Assert.Equal(2, archive.Entries.Count(entry => entry.FullName.StartsWith("media/", StringComparison.Ordinal)));
    }

    private async Task MioLeaves()
    {
        await _hanako.Bar("/");
        await _hanako.Sees(_hanako.Post("はじめての朝市"));
        await _mio.Bar("/account");
        await _mio.Follow("アカウントを削除する…");
        await _mio.Fill("パスワード", Password);
        await _mio.Page.GetByLabel("はい、すべてを永久に削除します").CheckAsync();
        await _mio.Shot("delete");
        await _mio.Press("アカウントを削除する");
        await _mio.IsTold("アカウントを削除しました。");

        await _hanako.SeesNo(_hanako.Post("はじめての朝市"));
        await _hanako.FindsNothingAt("/user/mio");
        await _hanako.FindsNothingAt("/user/mio/diary");
        await _hanako.FindsNothingAt(_diary);
        await _hanako.Bar("/friends");
        await _hanako.SeesNo(_hanako.Row("みお"));
        await _hanako.Bar("/notifications");
        await _hanako.SeesNo("みお");

        await _mio.Open("/sign-in");
        await _mio.Fill("ユーザー名", "mio");
        await _mio.Fill("パスワード", Password);
        await _mio.Page.Locator("form[action='/account/sign-in'] button").Last.ClickAsync();
        await _mio.Sees(_mio.Page.Locator(".notice.bad"), "ユーザー名かパスワードが違います。");
    }

    private static FilePayload Photo(string name, string kind) => new() { Name = name, MimeType = kind, Buffer = Pixels.Of(Path.GetExtension(name), 900, 600) };
}
