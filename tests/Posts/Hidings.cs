using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Communities;

namespace OrleansMixi.Posts;

/// <summary>A way in which a post is hidden.</summary>
/// <param name="Name">What it is called in the table of tests.</param>
/// <param name="Place">Sets the place and the ties before the post is written.</param>
/// <param name="Hide">Makes the insider an outsider afterwards.</param>
/// <param name="HasOutsider">Whether somebody may not see it from the beginning.</param>
/// <param name="KeepsQuotes">The own words of a quote stay when the story is gone.</param>
/// <param name="IsBetweenTwo">Others see it as before.</param>
internal sealed record Hiding(
    string Name, Func<SightScene, Task> Place, Func<SightScene, Task> Hide, bool HasOutsider = true, bool KeepsQuotes = false, bool IsBetweenTwo = false)
{
    public static IReadOnlyList<Hiding> All { get; } =
    [
        new("for friends", Friends, scene => scene.Writer.Client.DeleteAsync($"api/friends/{scene.Insider.Member.Handle}").Ok(HttpStatusCode.NoContent)),
        new("for a group", InGroup, scene => scene.Writer.Client.DeleteAsync($"api/groups/{scene.Group}/friends/{scene.Insider.Member.Handle}").Ok(HttpStatusCode.NoContent)),
        new("of a blocker", Blocker, scene => scene.Writer.Client.PutAsync($"api/blocks/{scene.Insider.Member.Handle}", null).Ok(HttpStatusCode.NoContent), IsBetweenTwo: true),
        new("of a blocked one", Blocked, scene => scene.Insider.Client.PutAsync($"api/blocks/{scene.Writer.Handle}", null).Ok(HttpStatusCode.NoContent), IsBetweenTwo: true),
        new("in a hidden community", HiddenPlace, scene => scene.Insider.Client.DeleteAsync($"api/follows/{scene.Topic}").Ok(HttpStatusCode.NoContent)),
        new("removed by staff", PublicPlace, scene => scene.Founder!.Client.DeleteAsync($"api/posts/{scene.PostId}").Ok(HttpStatusCode.NoContent), HasOutsider: false),
        new("of a suspended member", Nowhere, scene => scene.Admin.PutAsJsonAsync($"api/admin/members/{scene.Writer.Handle}/suspension", new { reason = "noise" }).Ok(HttpStatusCode.NoContent), HasOutsider: false, KeepsQuotes: true),
        new("hidden by an administrator", Nowhere, scene => scene.Admin.PutAsJsonAsync($"api/admin/posts/{scene.PostId}/removal", new { reason = "noise" }).Ok(HttpStatusCode.NoContent), HasOutsider: false, KeepsQuotes: true),
        new("deleted", Nowhere, scene => scene.Writer.Client.DeleteAsync($"api/posts/{scene.PostId}").Ok(HttpStatusCode.NoContent), HasOutsider: false, KeepsQuotes: true),
        new("only for me", Nowhere, scene => scene.Writer.Client.Json(HttpMethod.Patch, $"api/posts/{scene.PostId}", """{"audience":"me"}""").Ok(HttpStatusCode.OK), HasOutsider: false),
    ];

    public override string ToString() => Name;

    private static Task Nowhere(SightScene scene) => Task.CompletedTask;

    private static async Task Friends(SightScene scene)
    {
        scene.Audience = "friends";
        scene.IsPublic = false;
        await SightScene.Befriend(scene.Writer, scene.Insider.Member);
        await SightScene.Befriend(scene.Writer, scene.Sharer);
    }

    private static async Task InGroup(SightScene scene)
    {
        await Friends(scene);
        await SightScene.Befriend(scene.Writer, scene.Outsider.Member);
        var made = await (await scene.Writer.Client.Json(HttpMethod.Post, "api/groups", """{"name":"tea"}""")).Content.ReadFromJsonAsync<JsonElement>();
        scene.Group = made.GetProperty("number").GetInt32();
        foreach (var friend in new[] { scene.Insider.Member, scene.Sharer })
        {
            await scene.Writer.Client.PutAsync($"api/groups/{scene.Group}/friends/{friend.Handle}", null).Ok(HttpStatusCode.NoContent);
        }

        scene.Audience = $"group:{scene.Group}";
    }

    private static Task Blocker(SightScene scene) => scene.Writer.Client.PutAsync($"api/blocks/{scene.Outsider.Member.Handle}", null).Ok(HttpStatusCode.NoContent);

    private static Task Blocked(SightScene scene) => scene.Outsider.Client.PutAsync($"api/blocks/{scene.Writer.Handle}", null).Ok(HttpStatusCode.NoContent);

    private static Task HiddenPlace(SightScene scene)
    {
        scene.IsPublic = false;
        return Found(scene, ""","visibility":"hidden" """);
    }

    private static Task PublicPlace(SightScene scene) => Found(scene, "");

    private static async Task Found(SightScene scene, string more)
    {
        scene.Founder = scene.Sharer;
        var slug = await scene.Sharer.Client.Found(more, $"a place of {scene.Sign}");
        scene.Topic = $"community:{slug}";
        foreach (var member in new[] { scene.Writer, scene.Insider.Member })
        {
            // A hidden one lets in whom it invited.
            if (more.Length > 0)
            {
                await scene.Sharer.Client.Put($"{slug}/invited/{member.Handle}").Ok(HttpStatusCode.NoContent);
            }

            await member.Client.Join(slug).Ok(HttpStatusCode.NoContent);
        }
    }
}
