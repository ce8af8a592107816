using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Accounts;
using OrleansMixi.Api;
using OrleansMixi.Hosting;
using OrleansMixi.Media;

namespace OrleansMixi.Posts;

/// <summary>
/// A post with everything that hangs on it: an edit, a picture, a mention, comments, reactions, a share and a quote. Insiders
/// may see it, the outsider may not, and all of them look from before it was written.
/// </summary>
internal sealed class SightScene : IAsyncDisposable
{
    private static int _scenes;
    private readonly AccountTown _town;
    private readonly Dictionary<int, (Newcomer Member, string Topic)> _beacons = [];

    private SightScene(AccountTown town) => _town = town;

    public string Sign { get; } = $"s{Interlocked.Increment(ref _scenes)}z";

    /// <summary>What stands in the post, in a comment and in a quote.</summary>
    public string Text => $"the-post-{Sign}";

    public string Comment => $"the-comment-{Sign}";

    public string Quote => $"the-quote-{Sign}";

    public Newcomer Writer { get; private set; } = null!;

    /// <summary>Sees the post, and comments, shares and quotes it; both readers follow.</summary>
    public Newcomer Sharer { get; private set; } = null!;

    public SceneReader Insider { get; private set; } = null!;

    public SceneReader Outsider { get; private set; } = null!;

    /// <summary>Runs the place where the post stands, where it is a community.</summary>
    public Newcomer? Founder { get; set; }

    public string Audience { get; set; } = "everyone";

    public string Topic { get; set; } = "";

    /// <summary>Whether who is not signed in sees it too.</summary>
    public bool IsPublic { get; set; } = true;

    public int Group { get; set; }

    public string Page => Topic.Replace(':', '/').Insert(0, "/");

    public bool IsDiary => Topic.StartsWith("user:", StringComparison.Ordinal);

    public string PostId { get; private set; } = "";

    public string CommentId { get; private set; } = "";

    public string ShareId { get; private set; } = "";

    public string QuoteId { get; private set; } = "";

    public JsonElement Picture { get; private set; }

    public HttpClient Admin => _town.Admin;

    public HttpClient Stranger { get; private set; } = null!;

    public static async Task<SightScene> Set(AccountTown town, Func<SightScene, Task> place)
    {
        var scene = new SightScene(town) { Writer = await town.Newcomer(), Sharer = await town.Newcomer(), Insider = await SceneReader.Arrive(town), Outsider = await SceneReader.Arrive(town), Stranger = town.Town.Client() };
        scene.Topic = $"user:{scene.Writer.Handle}";
        foreach (var reader in new[] { scene.Insider, scene.Outsider })
        {
            await Follow(reader.Client, scene.Writer);
            await Follow(reader.Client, scene.Sharer);
        }

        await Follow(scene.Sharer.Client, scene.Writer);
        await place(scene);
        await scene.Light();
        await scene.Write();
        return scene;
    }

    /// <summary>Makes all that was written be heard or never come: entries of a queue come in order, so what follows them there tells.</summary>
    public async Task Settle(string word)
    {
        foreach (var (queue, (beacon, _)) in _beacons)
        {
            await beacon.Client.Post($"{word}-{queue}-{Sign}");
            foreach (var reader in new[] { Insider, Outsider })
            {
                await Task.WhenAll(reader.Home.Hears($"{word}-{queue}-{Sign}"), reader.Hub.Hears($"{word}-{queue}-{Sign}"), reader.Topic.Hears($"{word}-{queue}-{Sign}"));
            }
        }
    }

    public static async Task Follow(HttpClient reader, Newcomer member) => await reader.PutAsync($"api/follows/user:{member.Handle}", null).Ok(HttpStatusCode.NoContent);

    public static async Task Befriend(Newcomer one, Newcomer other)
    {
        await one.Client.PutAsync($"api/friends/{other.Handle}", null).Ok(HttpStatusCode.Accepted);
        await other.Client.PutAsync($"api/friends/{one.Handle}", null).Ok(HttpStatusCode.NoContent);
    }

    public async ValueTask DisposeAsync()
    {
        await Insider.DisposeAsync();
        await Outsider.DisposeAsync();
        Stranger.Dispose();
    }

    /// <summary>Somebody who writes to the same queue as the writer, and as the sharer, whom both readers follow.</summary>
    private async Task Light()
    {
        var wanted = new[] { Writer, Sharer }.Select(async member => Log.PostId.Queue(long.Parse((await member.Client.Post("good morning")).Id(), System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var queue in (await Task.WhenAll(wanted)).Distinct())
        {
            Newcomer beacon;
            do
            {
                beacon = await _town.Newcomer();
            }
            while (Log.PostId.Queue(long.Parse((await beacon.Client.Post("good morning")).Id(), System.Globalization.CultureInfo.InvariantCulture)) != queue);

            _beacons[queue] = (beacon, $"user:{beacon.Handle}");
            await Follow(Insider.Client, beacon);
            await Follow(Outsider.Client, beacon);
        }

        foreach (var reader in new[] { Insider, Outsider })
        {
            await reader.Listen(_town.Town.Address, Topic, string.Join(',', _beacons.Values.Select(beacon => beacon.Topic)));
        }
    }

    private async Task Write()
    {
        Picture = await Writer.Client.Keep(Pixels.Of(".png", 40, 30), "a garden");
        var post = await Writer.Client.Post(
            $"{Text} at first @{Insider.Member.Handle} @{Outsider.Member.Handle}",
            $$""","topic":"{{Topic}}","audience":"{{Audience}}","kind":"{{(IsDiary ? "diary" : "voice")}}","title":{{(IsDiary ? $"\"{Text}\"" : "null")}},"media":["{{Picture.Id()}}"]""");
        PostId = post.Id();
        await Writer.Client.Json(HttpMethod.Patch, $"api/posts/{PostId}", $$"""{"text":"{{Text}} now"}""").Ok(HttpStatusCode.OK);
        CommentId = (await Sharer.Client.Post(Comment, $$""","replyTo":"{{PostId}}" """)).Id();
        await Sharer.Client.PutAsync($"api/posts/{PostId}/reactions/iine", null).Ok(HttpStatusCode.NoContent);
        QuoteId = (await Sharer.Client.Post(Quote, $$""","story":"{{PostId}}" """)).Id();
        var share = await Sharer.Client.Json(HttpMethod.Post, "api/posts", $$"""{"story":"{{PostId}}"}""");
        ShareId = (await share.Content.ReadFromJsonAsync<JsonElement>()).Id();

        // The insider's own words belong to the insider's archive while the post is seen.
        await Insider.Client.Post("an answer", $$""","replyTo":"{{CommentId}}" """);
        await Insider.Client.PutAsync($"api/posts/{PostId}/reactions/thanks", null).Ok(HttpStatusCode.NoContent);
        await Sharer.Client.Post($"{Comment} again @{Insider.Member.Handle} @{Outsider.Member.Handle}", $$""","replyTo":"{{PostId}}" """);
        await Eventually.Holds(async () => (await Insider.Get("api/notifications?limit=100")).Contains(PostId, StringComparison.Ordinal));
        await Eventually.Holds(async () => (await Insider.Get($"api/posts/{PostId}")).Contains("\"comments\":3", StringComparison.Ordinal));
        await Settle("evening");
    }
}
