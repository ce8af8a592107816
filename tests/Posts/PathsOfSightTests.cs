using System.IO.Compression;
using System.Net;
using OrleansMixi.Accounts;
using OrleansMixi.Api;
using OrleansMixi.Archive;
using OrleansMixi.Media;
using OrleansMixi.Notifications;

namespace OrleansMixi.Posts;

/// <summary>
/// Every path on which a post, or what hangs on it, comes out of the town: who may see it sees it on each of them, who may
/// not sees it on none. A new path is a new line of <see cref="Paths"/>.
/// </summary>
[Collection(nameof(AccountCollection))]
public sealed class PathsOfSightTests(AccountTown town)
{
    private static readonly Path[] Paths =
    [
        new("page of the post", (scene, reader) => reader.Page($"/post/{scene.PostId}"), scene => scene.Text),
        new("comments on that page", (scene, reader) => reader.Page($"/post/{scene.PostId}"), scene => scene.Comment),
        new("page of a comment", (scene, reader) => reader.Page($"/post/{scene.CommentId}"), scene => scene.Comment),
        new("page of a quote", (scene, reader) => reader.Page($"/post/{scene.QuoteId}"), scene => scene.Text),
        new("page of a share", (scene, reader) => reader.Page($"/post/{scene.ShareId}"), scene => scene.Text),
        new("page of its feed", (scene, reader) => reader.Page(scene.Page), scene => scene.Text),
        new("page of the sharer", (scene, reader) => reader.Page($"/user/{scene.Sharer.Handle}"), scene => scene.Text),
        new("diary", (scene, reader) => reader.Page($"/user/{scene.Writer.Handle}/diary"), scene => scene.Text, scene => scene.IsDiary),
        new("home page", (_, reader) => reader.Page("/"), scene => scene.Text),
        new("form of a report", (scene, reader) => reader.Page($"/report?post={scene.PostId}"), scene => scene.Text),
        new("preview of a mute, page", (scene, reader) => reader.Page($"/account/mutes?kind=member&value={scene.Writer.Handle}&scope=everywhere&days=0"), scene => scene.Text),
        new("post", (scene, reader) => reader.Get($"api/posts/{scene.PostId}"), scene => scene.Text),
        new("counts", (scene, reader) => reader.Get($"api/posts/{scene.PostId}"), _ => "\"comments\":"),
        new("its history", (scene, reader) => reader.Get($"api/posts/{scene.PostId}/history"), scene => scene.Text),
        new("comment", (scene, reader) => reader.Get($"api/posts/{scene.CommentId}"), scene => scene.Comment),
        new("comments", (scene, reader) => reader.Get($"api/feeds/post:{scene.PostId}"), scene => scene.Comment),
        new("reactions", (scene, reader) => reader.Get($"api/posts/{scene.PostId}/reactions"), scene => scene.Sharer.Handle),
        new("share", (scene, reader) => reader.Get($"api/posts/{scene.ShareId}"), _ => "\"kind\":\"share\""),
        new("quote", (scene, reader) => reader.Get($"api/posts/{scene.QuoteId}"), scene => scene.Quote),
        new("home timeline", (_, reader) => reader.Get("api/timeline?limit=100"), scene => scene.Text),
        new("feed", (scene, reader) => reader.Get($"api/feeds/{scene.Topic}"), scene => scene.Text),
        new("feed of one kind", (scene, reader) => reader.Get($"api/feeds/{scene.Topic}?kind=diary"), scene => scene.Text, scene => scene.IsDiary),
        new("feed of the sharer", (scene, reader) => reader.Get($"api/feeds/user:{scene.Sharer.Handle}"), scene => scene.Quote),
        new("live, home", (_, reader) => Task.FromResult(reader.Home.Heard), scene => scene.Text),
        new("live, its feed", (_, reader) => Task.FromResult(reader.Topic.Heard), scene => scene.Text),
        new("live, hub", (_, reader) => Task.FromResult(reader.Hub.Heard), scene => scene.Text),
        new("polling", (_, reader) => reader.Get($"api/stream/poll?topics=home&cursor={Uri.EscapeDataString(reader.Cursor)}"), scene => scene.Text),
        new("notifications", (_, reader) => reader.Get("api/notifications?limit=100"), scene => scene.PostId),
        new("unread notifications", Unread, scene => scene.Text),
        new("preview of a mute", (scene, reader) => Sent(reader.Client.Json(HttpMethod.Post, "api/mutes/preview", $$"""{"kind":"member","value":"{{scene.Writer.Handle}}"}""")), scene => scene.Text),
        new("own feed as Atom", (_, reader) => reader.Get(reader.FeedAddresses.Text("atom")), scene => scene.Text),
        new("own feed as JSON", (_, reader) => reader.Get(reader.FeedAddresses.Text("json")), scene => scene.Text),
        new("picture", (scene, reader) => Shown(reader, scene.Picture.Text("url")), _ => "200"),
        new("small picture", (scene, reader) => Shown(reader, scene.Picture.Text("small")), _ => "200"),
        new("what is said of the picture", (scene, reader) => reader.Get($"api/media/{scene.Picture.Id()}"), _ => "a garden"),
        new("archive", async (_, reader) => Everything(await reader.Client.Export()), scene => scene.PostId),

        // Whoever opens this page has read them.
        new("page of notifications", (_, reader) => reader.Page("/notifications"), scene => scene.Text),

        // These show no posts of others at all.
        new("search", (scene, reader) => reader.Get($"api/search?q={scene.Text}"), null),
        new("page of search", (scene, reader) => reader.Page($"/search?q={scene.Text}"), null, Secret: scene => scene.Comment),
        new("drafts", (_, reader) => reader.Get("api/drafts"), null),
        new("own profile", (_, reader) => reader.Get("api/me"), null),
        new("log of moderation", (_, reader) => reader.Get("api/moderation-log"), null),
        new("page of that log", (_, reader) => reader.Page("/moderation-log"), null),
        new("the writer's albums", (scene, reader) => reader.Get($"api/members/{scene.Writer.Handle}/albums"), null),
    ];

    /// <summary>Addresses that answer to who is not signed in.</summary>
    private static readonly (string Name, Func<SightScene, string> Address, Func<SightScene, string> Sign)[] PublicPaths =
    [
        ("page of the post", scene => $"post/{scene.PostId}", scene => scene.Text),
        ("page of a comment", scene => $"post/{scene.CommentId}", scene => scene.Comment),
        ("page of a quote", scene => $"post/{scene.QuoteId}", scene => scene.Text),
        ("page of its feed", scene => scene.Page[1..], scene => scene.Text),
        ("page of the sharer", scene => $"user/{scene.Sharer.Handle}", scene => scene.Text),
        ("post", scene => $"api/posts/{scene.PostId}", scene => scene.Text),
        ("its history", scene => $"api/posts/{scene.PostId}/history", scene => scene.Text),
        ("comments", scene => $"api/feeds/post:{scene.PostId}", scene => scene.Comment),
        ("reactions", scene => $"api/posts/{scene.PostId}/reactions", scene => scene.Sharer.Handle),
        ("feed", scene => $"api/feeds/{scene.Topic}", scene => scene.Text),
        ("feed of the sharer", scene => $"api/feeds/user:{scene.Sharer.Handle}", scene => scene.Quote),
        ("feed as Atom", scene => $"feeds/{scene.Topic}.atom", scene => scene.Text),
        ("feed as JSON", scene => $"feeds/{scene.Topic}.json", scene => scene.Text),
        ("the sharer's feed as Atom", scene => $"feeds/user:{scene.Sharer.Handle}.atom", scene => scene.Quote),
        ("what is said of the picture", scene => $"api/media/{scene.Picture.Id()}", _ => "a garden"),
        ("picture", scene => scene.Picture.Text("url").TrimStart('/'), _ => "PNG"),
    ];

    /// <summary>What can be done to a post only by who sees it.</summary>
    private static readonly (string Name, Func<SightScene, HttpClient, Task<HttpResponseMessage>> Do)[] Deeds =
    [
        ("comment", (scene, client) => client.Json(HttpMethod.Post, "api/posts", $$"""{"text":"me too","replyTo":"{{scene.PostId}}"}""")),
        ("answer", (scene, client) => client.Json(HttpMethod.Post, "api/posts", $$"""{"text":"me too","replyTo":"{{scene.CommentId}}"}""")),
        ("react", (scene, client) => client.PutAsync($"api/posts/{scene.PostId}/reactions/iine", null)),
        ("react to a comment", (scene, client) => client.PutAsync($"api/posts/{scene.CommentId}/reactions/iine", null)),
        ("share", (scene, client) => client.Json(HttpMethod.Post, "api/posts", $$"""{"story":"{{scene.PostId}}"}""")),
        ("quote", (scene, client) => client.Json(HttpMethod.Post, "api/posts", $$"""{"text":"look","story":"{{scene.PostId}}"}""")),
        ("report", (scene, client) => client.Json(HttpMethod.Post, "api/reports", $$"""{"reason":"spam","post":"{{scene.PostId}}"}""")),
        ("edit", (scene, client) => client.Json(HttpMethod.Patch, $"api/posts/{scene.PostId}", """{"text":"mine now"}""")),
        ("delete", (scene, client) => client.DeleteAsync($"api/posts/{scene.PostId}")),
    ];

    public static TheoryData<string> Ways => [.. Hiding.All.Select(hiding => hiding.Name)];

    [Theory, MemberData(nameof(Ways))]
    public async Task Who_may_see_a_post_sees_it_on_every_path_and_who_may_not_on_none(string way)
    {
        var hiding = Hiding.All.Single(known => known.Name == way);
        await using var scene = await SightScene.Set(town, hiding.Place);
        var wrong = new List<string>();
        await Shows(scene, wrong);
        await AsNobody(scene, wrong, seen: scene.IsPublic, keepsQuotes: false);
        if (hiding.HasOutsider)
        {
            await HidesAll(scene, scene.Outsider, wrong, keepsQuotes: false);
        }

        scene.Insider.Mark();
        scene.Outsider.Mark();
        await hiding.Hide(scene);
        await scene.Settle("night");
        await HidesAll(scene, scene.Insider, wrong, hiding.KeepsQuotes);
        await AsNobody(scene, wrong, seen: hiding.IsBetweenTwo, hiding.KeepsQuotes);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task Shows(SightScene scene, List<string> wrong)
    {
        foreach (var path in Paths.Where(path => path.When?.Invoke(scene) ?? true))
        {
            var shown = await path.Ask(scene, scene.Insider);
            if (path.Sign is { } sign && !shown.Contains(sign(scene), StringComparison.Ordinal))
            {
                wrong.Add($"{path.Name}: does not show it to who may see it: {Clip(shown)}");
            }
        }
    }

    private static async Task HidesAll(SightScene scene, SceneReader reader, List<string> wrong, bool keepsQuotes)
    {
        foreach (var path in Paths)
        {
            var shown = await path.Ask(scene, reader);
            string?[] secrets = [path.Secret is null ? scene.Text : null, path.Secret?.Invoke(scene) ?? scene.Comment, keepsQuotes ? null : scene.Quote, path.Sign?.Invoke(scene)];
            foreach (var secret in secrets.OfType<string>().Distinct().Where(secret => !(keepsQuotes && secret == scene.Quote) && shown.Contains(secret, StringComparison.Ordinal)))
            {
                wrong.Add($"{path.Name}: shows '{secret}' to who may not see it: …{Around(shown, secret)}…");
            }
        }

        foreach (var (name, deed) in Deeds)
        {
            var answer = await deed(scene, reader.Client);
            if (answer.StatusCode != HttpStatusCode.NotFound)
            {
                wrong.Add($"{name}: answers {(int)answer.StatusCode} to who may not see it: {Clip(await answer.Content.ReadAsStringAsync())}");
            }
        }
    }

    private static async Task AsNobody(SightScene scene, List<string> wrong, bool seen, bool keepsQuotes)
    {
        foreach (var (name, address, sign) in PublicPaths.Where(path => !keepsQuotes || path.Sign(scene) != scene.Quote))
        {
            var answer = await scene.Stranger.GetAsync(address(scene));
            var shown = System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            if (shown.Contains(sign(scene), StringComparison.Ordinal) != seen)
            {
                wrong.Add($"{name}: {(seen ? "hides it from" : "shows it to")} who is not signed in: {(int)answer.StatusCode} {Clip(shown)}");
            }
        }
    }

    /// <summary>Whether more is counted than what has to do with other things.</summary>
    private static async Task<string> Unread(SightScene scene, SceneReader reader)
    {
        var others = (await reader.Client.Items()).Count(item => item.GetProperty("unread").GetBoolean() && !(item.TryGetProperty("post", out var post) && About(scene, post.GetString())));
        return await reader.Client.Unread() > others ? scene.Text : "";
    }

    private static bool About(SightScene scene, string? post) => post == scene.PostId || post == scene.CommentId || post == scene.QuoteId;

    private static async Task<string> Shown(SceneReader reader, string path) => $"{(int)await reader.Client.Status(path)}";

    private static async Task<string> Sent(Task<HttpResponseMessage> call) => await (await call).Content.ReadAsStringAsync();

    private static string Everything(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return string.Join('\n', zip.Entries.Where(entry => !entry.Name.StartsWith("archive.", StringComparison.Ordinal)).Select(entry => new StreamReader(entry.Open()).ReadToEnd()));
    }

    private static string Clip(string text) => text.Length > 300 ? text[..300] : text;

    private static string Around(string text, string secret)
    {
        var at = text.IndexOf(secret, StringComparison.Ordinal);
        return text[Math.Max(0, at - 150)..Math.Min(text.Length, at + 150)];
    }

    /// <summary>A path out.</summary>
    /// <param name="Name">What it is called.</param>
    /// <param name="Ask">Everything that it shows to a reader.</param>
    /// <param name="Sign">By what one knows that it shows the post or what hangs on it; null if it never does.</param>
    /// <param name="When">Where there is such a path.</param>
    /// <param name="Secret">What to look for instead of the text, where the question itself holds it.</param>
    private sealed record Path(string Name, Func<SightScene, SceneReader, Task<string>> Ask, Func<SightScene, string>? Sign, Func<SightScene, bool>? When = null, Func<SightScene, string>? Secret = null);
}
