using Microsoft.Playwright;

namespace OrleansMixi.Browser;

/// <summary>Somebody at a browser of their own, who finds links, buttons and fields by what is written on them, and remembers every failure seen.</summary>
internal sealed class Resident
{
    private const float Patience = 30_000;
    private static readonly string[] OnEveryBar = ["/", "/notifications", "/messages", "/communities", "/friends"];
    private readonly List<string> _complaints = [];
    private readonly Uri _town;
    private readonly string _name;
    private readonly bool _phone;
    private int _shots;

    public Resident(IPage page, Uri town, string name, bool phone)
    {
        (Page, _town, _name, _phone) = (page, town, name, phone);
        page.PageError += (_, error) => _complaints.Add($"{name}: {page.Url}: {error}");
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                _complaints.Add($"{name}: {page.Url}: {message.Text}");
            }
        };
        page.Response += (_, answer) =>
        {
            if (answer.Status is >= 500 or 400)
            {
                _complaints.Add($"{name}: {answer.Status} from {answer.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>What went wrong in this browser: errors of scripts, refusals by the policy, failed answers.</summary>
    public IEnumerable<string> Complaints => _complaints;

    /// <summary>The bell in the bar, which shows a number while something is unread.</summary>
    public ILocator Bell => Page.Locator("nav.bar a[href='/notifications'] .count");

    /// <summary>Goes to an address by hand: where a link from outside leads, or to look whether something is gone.</summary>
    public Task<IResponse?> Open(string path) => Page.GotoAsync(new Uri(_town, path).AbsoluteUri);

    /// <summary>Takes a way of the bar, or on a telephone one of its menu.</summary>
    public async Task Bar(string path)
    {
        var ways = "nav.bar";
        if (_phone && !OnEveryBar.Contains(path))
        {
            await Page.Locator("nav.bar a[href='/menu']").ClickAsync();
            ways = ".menu";
        }

        await Page.Locator($"{ways} a[href='{path}']").ClickAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(new Uri(_town, path).AbsoluteUri, new() { Timeout = Patience });
    }

    /// <summary>Comes in by one of the doors of the demo town.</summary>
    public async Task EnterAs(string nickname)
    {
        await Open("");
        await Page.Locator(".door", new() { HasTextString = nickname }).ClickAsync();
        await Sees(Page.Locator(".composer"));
    }

    /// <summary>Fills in the form behind an invitation, in English.</summary>
    public async Task MovesIn(string invitation, string handle, string nickname, string password)
    {
        await Page.GotoAsync(invitation);
        await Fill("Handle", handle);
        await Fill("Nickname", nickname);
        await Fill("Password", password);
        await Shot("sign-up");
        await Press("Move in");
        await Sees(Page.Locator(".composer"));
    }

    public Task Follow(string words) => Link(words).ClickAsync();

    public Task Press(string words) => Page.Locator("main").GetByRole(AriaRole.Button, new() { NameString = words, Exact = true }).First.ClickAsync();

    public Task Unfold(string words) => Page.Locator("summary", new() { HasTextString = words }).First.ClickAsync();

    public Task Fill(string label, string text) => Page.Locator("main").GetByLabel(label, new() { Exact = true }).First.FillAsync(text);

    public Task Choose(string label, string option) => Page.Locator("main").GetByLabel(label, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = option });

    public ILocator Link(string words) => Page.Locator("main").GetByRole(AriaRole.Link, new() { NameString = words, Exact = true }).First;

    /// <summary>Posts that hold a text.</summary>
    public ILocator Post(string text) => Page.Locator(".post", new() { HasTextString = text });

    /// <summary>Rows of a list that hold a text.</summary>
    public ILocator Row(string text) => Page.Locator(".rows > li", new() { HasTextString = text });

    public Task Sees(string text) => Sees(Page.Locator("main").GetByText(text).First);

    public Task Sees(ILocator what) => Look(Assertions.Expect(what.First).ToBeVisibleAsync(new() { Timeout = Patience }));

    public Task Sees(ILocator what, string text) => Look(Assertions.Expect(what.First).ToContainTextAsync(text, new() { Timeout = Patience }));

    /// <summary>Sees a picture by its description, with the file behind it.</summary>
    public async Task SeesPicture(string description)
    {
        await Sees(Page.GetByAltText(description));
        await Page.WaitForFunctionAsync("alt => [...document.images].some(image => image.alt === alt && image.naturalWidth > 0)", description);
    }

    public Task SeesNo(string text) => SeesNo(Page.Locator("main").GetByText(text));

    public Task SeesNo(ILocator what) => Look(Assertions.Expect(what).ToHaveCountAsync(0, new() { Timeout = Patience }));

    public Task NoLongerSees(ILocator what) => Look(Assertions.Expect(what).ToBeHiddenAsync(new() { Timeout = Patience }));

    /// <summary>Is told that something went well.</summary>
    public Task IsTold(string sentence) => Sees(Page.Locator(".notice.good"), sentence);

    /// <summary>Finds nobody and nothing at an address, as if it had never been.</summary>
    public async Task FindsNothingAt(string path)
    {
        var answer = await Open(path);
        Assert.Equal($"404 {path}", $"{answer!.Status} {path}");
        await Sees(Page.Locator("main h1"));
    }

    /// <summary>Reads everything, so that whatever the bell shows next is new.</summary>
    public async Task ReadsAllNotices(string readAll)
    {
        await Bar("/notifications");
        await Sees(Page.Locator("[data-told]"));
        if (await Bell.IsVisibleAsync())
        {
            await Press(readAll);
        }

        await NoLongerSees(Bell);
    }

    /// <summary>Writes where the page has a composer.</summary>
    public async Task Writes(string text)
    {
        await Page.Locator(".composer textarea").FillAsync(text);
        await Page.Locator(".composer button[type=submit]").ClickAsync();
        await Sees(Post(text));
    }

    /// <summary>Writes into the conversation on the page.</summary>
    public async Task Says(string text)
    {
        await Page.Locator("textarea[name=text]").FillAsync(text);
        await Page.Locator(".talk-write button").ClickAsync();
        await Sees(Page.Locator(".line.own .bubble", new() { HasTextString = text }));
    }

    /// <summary>Keeps a picture of the screen where somebody wants to look at them.</summary>
    public async Task Shot(string what)
    {
        if (Environment.GetEnvironmentVariable("MIXI_SHOTS") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"walk-{_name}-{++_shots:00}-{what}.png") });
        }
    }

    /// <summary>Says who looked where, when something is not as expected.</summary>
    private async Task Look(Task expectation)
    {
        try
        {
            await expectation;
        }
        catch (PlaywrightException failure)
        {
            await Shot("failed");
            throw new InvalidOperationException(string.Join('\n', [$"{_name} at {Page.Url}:", failure.Message, .. _complaints]), failure);
        }
    }
}
