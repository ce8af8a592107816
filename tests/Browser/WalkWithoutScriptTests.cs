namespace OrleansMixi.Browser;

/// <summary>The essential steps through the town with script switched off: every one is a link or a form.</summary>
public sealed class WalkWithoutScriptTests(BrowsedTown town) : IClassFixture<BrowsedTown>, IAsyncLifetime
{
    private Resident _emma = null!;
    private Resident _mio = null!;
    private Resident _leo = null!;

    public async ValueTask InitializeAsync()
    {
        _emma = await town.Arrive("emma", "en", script: false);
        _mio = await town.Arrive("mio", "en", phone: true, script: false);
        _leo = await town.Arrive("leo", "ja", script: false);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_newcomer_finds_friends_writes_talks_and_founds_a_community()
    {
        await MioComesByEmmasInvitation();
        await MioAsksLeoWhoApproves();
        await MioWritesADiaryAndEmmaComments();
        await MioAndLeoTalk();
        await MioFoundsACommunityAndLetsLeoIn();
        town.NobodyComplains();
    }

    private async Task MioComesByEmmasInvitation()
    {
        await _emma.EnterAs("Emma");
        await _emma.Bar("/friends");
        await _emma.Follow("Invite a friend to town");
        await _emma.Press("Make an invitation");
        await _mio.MovesIn(await _emma.Page.GetByLabel("Your new invitation").InputValueAsync(), "mio", "Mio", "correct horse");
        await _mio.Bar("/friends");
        await _mio.Sees(_mio.Row("Emma"));
        await _emma.Bar("/account");
        await _emma.Follow("Invitations");
        await _emma.Sees(_emma.Row("@mio"));
    }

    private async Task MioAsksLeoWhoApproves()
    {
        await _leo.EnterAs("Leo");
        await _mio.Page.Locator(".top-search button").ClickAsync();
        await _mio.Page.Locator("main .search input").FillAsync("leo");
        await _mio.Page.Locator("main .search button").ClickAsync();
        await _mio.Follow("Leo");
        await _mio.Unfold("Become friends");
        await _mio.Fill("A few words (optional)", "I heard your trumpet!");
        await _mio.Press("Send request");
        await _mio.IsTold("Your friend request is on its way.");
        await _leo.Bar("/notifications");
        await _leo.Follow("Mioさんからマイミク申請が届いています");
        await _leo.Sees("I heard your trumpet!");
        await _leo.Press("承認する: Mio");
        await _leo.IsTold("マイミクになりました！");
    }

    private async Task MioWritesADiaryAndEmmaComments()
    {
        await _mio.Bar("/diary/write");
        await _mio.Fill("Title", "My first week");
        await _mio.Fill("Text", "Everybody says hello.");
        await _mio.Choose("Who may see it", "Friends only");
        await _mio.Press("Post");
        await _mio.Sees("Everybody says hello.");
        await _emma.Bar("/");
        await _emma.Post("My first week").Locator(".deed-talk").ClickAsync();
        await _emma.Writes("Hello again!");
        await _emma.Page.Locator(".reactions button", new() { HasTextString = "Iine!" }).ClickAsync();
        await _emma.Sees(_emma.Page.Locator(".reactions button[aria-pressed=true]"), "1");
        await _mio.Bar("/notifications");
        await _mio.Follow("Emma commented on your post");
        await _mio.Sees(_mio.Post("Hello again!"));
    }

    private async Task MioAndLeoTalk()
    {
        await _mio.Bar("/friends");
        await _mio.Follow("Leo");
        await _mio.Press("Message");
        await _mio.Says("Do you play on Saturday?");
        await _mio.Bar("/");
        await _leo.Bar("/messages");
        await _leo.Page.Locator(".talks .unread", new() { HasTextString = "Mio" }).Locator("a.whole").ClickAsync();
        await _leo.Says("At ten, at the market.");
        await _leo.Bar("/messages");
        await _leo.SeesNo(_leo.Page.Locator(".talks .unread", new() { HasTextString = "Mio" }));

        // Mio is new here: nothing else waits.
        await _mio.Page.ReloadAsync();
        await _mio.Sees(_mio.Page.Locator("nav.bar a[href='/messages'] .count"), "1");
        await _mio.Bar("/messages");
        await _mio.Page.Locator(".talks .unread a.whole").ClickAsync();
        await _mio.Sees(_mio.Page.Locator(".line:not(.own) .bubble"), "At ten, at the market.");
        await _mio.Sees(_mio.Page.Locator(".said-when .read"), "Read");
        await _mio.NoLongerSees(_mio.Page.Locator("nav.bar a[href='/messages'] .count"));
    }

    private async Task MioFoundsACommunityAndLetsLeoIn()
    {
        await _mio.Bar("/communities");
        await _mio.Unfold("Found a community");
        await _mio.Fill("Title", "Saturday music");
        await _mio.Fill("Short name for the address", "saturday-music");
        await _mio.Choose("Who may come in", "By approval");
        await _mio.Press("Found it");
        await _mio.IsTold("Your community is open.");
        await _leo.Bar("/communities");
        await _leo.Follow("Saturday music");
        await _leo.Press("参加を申請する: Saturday music");
        await _mio.Bar("/notifications");
        await _mio.Follow("Leo would like to join Saturday music");
        await _mio.Press("Let in: Leo");
        await _mio.IsTold("The member is in.");
        await _leo.Bar("/notifications");
        await _leo.Page.Locator(".told a.what", new() { HasTextString = "「Saturday music」への参加を承認しました" }).ClickAsync();
        await _leo.Writes("よろしく！");
        await _mio.Page.ReloadAsync();
        await _mio.Sees(_mio.Post("よろしく！"));
    }
}
