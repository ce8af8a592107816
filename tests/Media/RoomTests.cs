using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Media;

/// <summary>A host with little room, so that it is soon full.</summary>
public sealed class RoomTests : IAsyncLifetime
{
    private const int Room = 400_000;
    private readonly TempDatabase _database = new();
    private TownProcess _town = null!;
    private string _admin = "";

    public async ValueTask InitializeAsync()
    {
        _town = await TownProcess.Start(
            _database.ConnectionString, "Production", ("Mixi__Media__FreeBytes", $"{Room}"), ("Mixi__Media__PremiumBytes", "4000000"));
        _admin = await _town.Token("op", "read,post,news,admin");
    }

    public async ValueTask DisposeAsync()
    {
        await _town.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task Of_a_hundred_uploads_at_once_exactly_those_that_fit_are_kept_and_the_rest_leave_nothing()
    {
        var taro = (await _town.Members(_admin, "taro"))[0];
        var picture = Pixels.Noise(160);
        var each = (await taro.Keep(picture)).GetProperty("bytes").GetInt64();
        var fit = (int)(Room / each);
        Assert.InRange(fit, 3, 90);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => taro.Send(picture)));
        Assert.Equal(fit - 1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        var refused = answers.Where(answer => answer.StatusCode != HttpStatusCode.Created).ToList();
        Assert.All(refused, answer => Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode));
        Assert.Contains("Mixi:Media:FreeBytes", (await taro.Send(picture).Refused(413, "too-large")).Text("detail"), StringComparison.Ordinal);
        Assert.Equal(fit * each, await taro.Used());
        var room = await taro.GetFromJsonAsync<JsonElement>("api/media");
        Assert.Equal(fit, room.GetProperty("loose").GetArrayLength());
        Assert.Equal(fit * 2, Files());
        foreach (var kept in room.GetProperty("loose").EnumerateArray())
        {
            Assert.Equal(HttpStatusCode.OK, await taro.Status(kept.Text("url")));
        }

        foreach (var kept in room.GetProperty("loose").EnumerateArray())
        {
            await taro.DeleteAsync($"api/media/{kept.Id()}").Ok(HttpStatusCode.NoContent);
        }

        Assert.Equal(0, await taro.Used());
        Assert.Equal(0, Files());
    }

    [Fact]
    public async Task Premium_has_more_room_and_videos()
    {
        var taro = (await _town.Members(_admin, "taro"))[0];
        await taro.SendBare(Videos.Mp4(), "video/mp4").Refused(403, "forbidden");
        using var admin = _town.Client(_admin);
        (await admin.PutAsJsonAsync("api/admin/plans/taro", new { ends = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() + 86_400_000) })).EnsureSuccessStatusCode();
        Assert.Equal(4_000_000, (await taro.GetFromJsonAsync<JsonElement>("api/media")).GetProperty("room").GetInt64());
        var video = await taro.SendBare(Videos.Mp4(), "image/jpeg");
        Assert.Equal(HttpStatusCode.Created, video.StatusCode);
        var kept = await video.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("video/mp4", 320, 240), (kept.Text("type"), kept.GetProperty("width").GetInt32(), kept.GetProperty("height").GetInt32()));
        var bytes = await taro.Bytes(kept.Text("url"));
        Assert.Equal(Videos.Mp4().Length, bytes.Length);
        Assert.DoesNotContain("+35.6895", System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        var part = await taro.SendAsync(new(HttpMethod.Get, kept.Text("url").TrimStart('/')) { Headers = { Range = new(10, 19) } });
        Assert.Equal(bytes[10..20], await part.Content.ReadAsByteArrayAsync());

        var film = await (await taro.SendBare(Videos.WebM(), "video/webm")).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("video/webm", 64, 48), (film.Text("type"), film.GetProperty("width").GetInt32(), film.GetProperty("height").GetInt32()));
        Assert.DoesNotContain("SECRET", System.Text.Encoding.Latin1.GetString(await taro.Bytes(film.Text("url"))), StringComparison.Ordinal);
        foreach (var broken in new[] { Videos.Mp4()[..100], Videos.WebM()[..40], [0, 0, 0, 16, .. "ftypheic"u8, 0, 0, 0, 0] })
        {
            await taro.SendBare(broken, "video/mp4").Refused(400, "invalid");
        }

        var post = await taro.Post("a film", $$""","media":["{{film.Id()}}"]""");
        Assert.True(post.GetProperty("pictures")[0].GetProperty("video").GetBoolean());
        Assert.Equal(JsonValueKind.Null, post.GetProperty("pictures")[0].GetProperty("small").ValueKind);
    }

    private int Files()
    {
        var folder = Path.Combine(Path.GetDirectoryName(_database.ConnectionString["Data Source=".Length..])!, "blobs");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length : 0;
    }
}
