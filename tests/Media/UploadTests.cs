using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Media;

[Collection(nameof(TownCollection))]
public sealed class UploadTests(SharedTown shared)
{
    [Theory]
    [InlineData(".jpg", "image/jpeg")]
    [InlineData(".png", "image/png")]
    [InlineData(".webp", "image/webp")]
    public async Task A_picture_is_known_by_its_content_and_kept_with_a_thumbnail(string ending, string type)
    {
        using var taro = await shared.Member();
        var kept = await taro.Keep(Pixels.Of(ending, 3000, 1500), "a grey wall");
        Assert.Equal((type, 2048, 1024, "a grey wall"), (kept.Text("type"), kept.GetProperty("width").GetInt32(), kept.GetProperty("height").GetInt32(), kept.Text("alt")));
        using var full = Pixels.Read(await taro.Bytes(kept.Text("url")));
        using var small = Pixels.Read(await taro.Bytes(kept.Text("small")));
        Assert.Equal((2048, 1024), (full.Width, full.Height));
        Assert.Equal((640, 320), (small.Width, small.Height));
        Assert.Equal(kept.GetProperty("bytes").GetInt64(), await taro.Used());
    }

    [Fact]
    public async Task A_photograph_stands_upright_and_tells_neither_place_nor_camera()
    {
        using var taro = await shared.Member();
        var sent = Pixels.FromTelephone();
        Assert.Contains("SecretCamera", Encoding.Latin1.GetString(sent), StringComparison.Ordinal);
        var kept = await taro.Keep(sent);
        Assert.Equal((300, 400), (kept.GetProperty("width").GetInt32(), kept.GetProperty("height").GetInt32()));
        var bytes = await taro.Bytes(kept.Text("url"));
        Assert.DoesNotContain("SecretCamera", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        using var full = Pixels.Read(bytes);
        Assert.DoesNotContain(full.GetFields(), field => field.StartsWith("exif", StringComparison.Ordinal) || field == "orientation");
        Assert.True(full[150, 20][0] > 200, "The light half is on top.");
        Assert.True(full[150, 380][0] < 60);
    }

    [Fact]
    public async Task A_moving_picture_goes_on_moving_and_its_thumbnail_rests()
    {
        using var taro = await shared.Member();
        var kept = await taro.Keep(Pixels.Moving(5));
        Assert.Equal(("image/gif", 60, 60), (kept.Text("type"), kept.GetProperty("width").GetInt32(), kept.GetProperty("height").GetInt32()));
        using var full = Pixels.Read(await taro.Bytes(kept.Text("url")));
        using var small = Pixels.Read(await taro.Bytes(kept.Text("small")));
        Assert.Equal(5, full.Get("n-pages"));
        Assert.False(small.Contains("n-pages") && (int)small.Get("n-pages") > 1);
    }

    [Fact]
    public async Task A_bare_body_is_as_good_as_a_form()
    {
        using var taro = await shared.Member();
        var answer = await taro.SendBare(Pixels.Of(".png"), "image/png", "?alt=a%20wall");
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("a wall", (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("alt"));
    }

    public static TheoryData<string> Bad => ["html", "svg", "empty", "truncated-jpg", "truncated-png", "header-only", "gif-script", "exe", "riff"];

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_is_no_whole_picture_is_refused_whatever_its_name_and_leaves_nothing(string kind)
    {
        using var taro = await shared.Member();
        var problem = await taro.Send(Spoiled(kind)).Refused(400, "invalid");
        Assert.Equal("file", problem.Text("field"));
        await taro.SendBare(Spoiled(kind)).Refused(400, "invalid");
        Assert.Equal(0, await taro.Used());
    }

    [Fact]
    public async Task A_picture_that_unpacks_to_too_much_is_refused_before_it_is_unpacked()
    {
        using var taro = await shared.Member();
        var bomb = Pixels.Bomb();
        Assert.InRange(bomb.Length, 0, 1_000_000);
        Assert.Contains("Mixi:Media:MaxPixels", (await taro.Send(bomb).Refused(413, "too-large")).Text("detail"), StringComparison.Ordinal);
        Assert.Contains("Mixi:Media:MaxFrames", (await taro.Send(Pixels.Moving(301, 8)).Refused(413, "too-large")).Text("detail"), StringComparison.Ordinal);
        Assert.Equal(0, await taro.Used());
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_with_its_limit()
    {
        using var taro = await shared.Member();
        var large = Pixels.Of(".jpg").Concat(new byte[15_000_001]).ToArray();
        Assert.Contains("MaxPictureBytes", (await taro.Send(large).Refused(413, "too-large")).Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_members_upload_and_only_the_owner_sees_and_removes_what_is_loose()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        using var stranger = shared.Town.Client();
        await stranger.Send(Pixels.Of(".jpg")).Refused(401, "unauthenticated");
        var kept = await taro.Keep(Pixels.Of(".jpg"));
        var path = $"api/media/{kept.Id()}";
        Assert.Equal(HttpStatusCode.OK, await taro.Status(kept.Text("url")));
        foreach (var other in new[] { hanako, stranger })
        {
            await other.GetAsync(kept.Text("url").TrimStart('/')).Refused(404, "not-found");
            await other.GetAsync(kept.Text("small").TrimStart('/')).Refused(404, "not-found");
            await other.GetAsync(path).Refused(404, "not-found");
        }

        await hanako.DeleteAsync(path).Refused(404, "not-found");
        await taro.DeleteAsync(path).Ok(HttpStatusCode.NoContent);
        await taro.GetAsync(kept.Text("url").TrimStart('/')).Refused(404, "not-found");
        Assert.Equal(0, await taro.Used());
    }

    [Fact]
    public async Task A_file_is_served_in_ranges_kept_by_its_tag_and_runs_nothing()
    {
        using var taro = await shared.Member();
        var kept = await taro.Keep(Pixels.Of(".jpg", 1200, 900));
        var path = kept.Text("url").TrimStart('/');
        var whole = await taro.GetAsync(path);
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        Assert.Equal("image/jpeg", whole.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(whole.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(whole.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(whole.Headers.CacheControl!.Private);

        var part = await taro.SendAsync(new(HttpMethod.Get, path) { Headers = { Range = new RangeHeaderValue(100, 299) } });
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[100..300], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal($"bytes 100-299/{bytes.Length}", part.Content.Headers.ContentRange?.ToString());
        var tail = await taro.SendAsync(new(HttpMethod.Get, path) { Headers = { Range = new RangeHeaderValue(null, 50) } });
        Assert.Equal(bytes[^50..], await tail.Content.ReadAsByteArrayAsync());
        var beyond = await taro.SendAsync(new(HttpMethod.Get, path) { Headers = { Range = new RangeHeaderValue(bytes.Length + 5, null) } });
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        var again = await taro.SendAsync(new(HttpMethod.Get, path) { Headers = { IfNoneMatch = { whole.Headers.ETag! } } });
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        var head = await taro.SendAsync(new(HttpMethod.Head, path));
        Assert.Equal((HttpStatusCode.OK, (long?)bytes.Length), (head.StatusCode, head.Content.Headers.ContentLength));
    }

    private static byte[] Spoiled(string kind) => kind switch
    {
        "html" => "<html><script>alert(1)</script></html>"u8.ToArray(),
        "svg" => "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(),
        "truncated-jpg" => Pixels.Of(".jpg", 1500, 1200)[..4000],
        "truncated-png" => Pixels.Of(".png", 1500, 1200)[..900],
        "header-only" => [0xff, 0xd8, 0xff, 0xe0, 0, 16],
        "gif-script" => "GIF89a/*\0\0*/=alert(1);"u8.ToArray(),
        "exe" => [(byte)'M', (byte)'Z', .. new byte[100]],
        "riff" => [.. "RIFF"u8, 4, 0, 0, 0, .. "WEBP"u8, .. new byte[30]],
        _ => [],
    };
}
