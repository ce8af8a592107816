using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using OrleansMixi.Media;

namespace OrleansMixi.Archive;

/// <summary>Archives made up by chance: lines of every part, with whatever texts, dates and names.</summary>
internal sealed class AnyArchive(int seed)
{
    private static readonly string[] Texts = ["a", "お弁当できた🍱", "\"quoted\" \\ & <b>", "line\nbreak\t.", "‮mirror", "{\"url\":\"media/1.jpg\"}", "e\u0301"];
    private static readonly string[] Audiences = ["everyone", "friends-of-friends", "friends", "close", "group:1", "group:2", "me"];
    private static readonly Lazy<byte[][]> Pictures = new(() => [Pixels.Of(".jpg", 40, 30), Pixels.Of(".png", 30, 40), Pixels.Of(".webp", 32, 32), Pixels.Moving(2, 20), Pixels.FromTelephone()]);

    private readonly Random _random = new(seed);
    private readonly List<(string Name, byte[] Bytes)> _files = [];
    private int _last;

    /// <summary>The file.</summary>
    public byte[] Make(int posts = 0)
    {
        var written = posts == 0 ? Some(12, Post) : [.. Enumerable.Range(0, posts).Select(_ => Post())];
        var albums = Some(3, Album);
        var parts = new (string Name, IEnumerable<string> Lines)[]
        {
            ("groups", ["""{"type":"Collection","number":1,"name":"家族"}""", """{"type":"Collection","number":2,"name":"work"}"""]),
            ("group-members", Some(2, () => Json(new { type = "Add", target = _random.Next(3), @object = User() }))),
            ("profile", [Json(new
            {
                type = "Person", preferredUsername = "x", name = Text().Trim(), summary = Text(), summaryFor = Audience(), interests = new[] { "a", Text() }, birthday = "05-08", birthdayFor = Audience(), location = Text(),
                introductionsFor = Audience(), language = "ja", icon = Maybe(() => Attachment()),
            })]),
            ("settings", [Json(new { type = "Settings", hideBots = Chance(), messagesFrom = Chance() ? "friends" : "everyone", footprints = Chance(), presence = Chance(), off = Chance() ? new[] { "reaction" } : [] })]),
            ("albums", albums),
            ("posts", written),
            ("comments", Some(6, () => Comment(written))),
            ("edits", Some(4, () => Edit(written))),
            ("drafts", Some(2, () => Json(new { type = "Draft", audience = Audience(), name = Text(), content = Text() }))),
            ("reactions", Some(4, () => Json(new { type = "Like", published = Moment(), reaction = "iine", @object = Chance() && written.Count > 0 ? Id(written[0]) : "123456", by = Maybe(() => "taro") }))),
            ("follows", ["""{"type":"Follow","object":"news:sports"}""", Json(new { type = "Follow", @object = User() })]),
            ("friends", Some(2, () => Json(new { type = "Relationship", @object = User() }))),
            ("communities", ["""{"type":"Join","object":"community:nowhere"}"""]),
            ("blocks", Some(1, () => Json(new { type = "Block", @object = User() }))),
            ("mutes", Some(4, Mute)),
            ("introductions", Some(2, () => Json(new { type = "Note", published = Moment(), content = Text(), by = "taro", approved = Moment() }))),
            ("requests", Some(1, () => Json(new { type = "Offer", published = Moment(), @object = User(), content = Text() }))),
            ("plans", Some(1, () => Json(new { type = "Plan", name = "premium", startTime = Moment(), endTime = Moment() }))),
            ("answers", Some(2, () => Json(new { type = "Vote", @object = Number(), by = "taro", option = 2 }))),
            ("conversations", ["""{"type":"Conversation","id":"77","kind":"pair","with":["taro"]}"""]),
            ("messages", Enumerable.Range(1, 5).Select(number => Json(new { type = "Note", context = "77", number, published = Moment(), by = Maybe(() => "taro"), content = Text() }))),
        };
        return Zip(parts);
    }

    private byte[] Zip((string Name, IEnumerable<string> Lines)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "archive.json", """{"format":"orleansmixi-archive","version":2,"handle":"somebody","files":[]}"""u8.ToArray());
            foreach (var (name, lines) in parts)
            {
                Add(zip, name + ".jsonl", Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
            }

            _files.ForEach(file => Add(zip, file.Name, file.Bytes));
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var file = zip.CreateEntry(name).Open();
        file.Write(content);
    }

    private string Post()
    {
        var kind = _random.Next(5);
        var attachment = kind < 3 && Chance() ? Enumerable.Range(0, kind == 0 ? 1 : _random.Next(1, 4)).Select(_ => Attachment()).ToArray() : null;
        return Json(new
        {
            type = kind == 0 ? "Note" : "Article", id = Chance() ? Number() : "#" + _random.Next(), published = Moment(), context = kind == 4 ? "community:nowhere" : null, kind = kind == 0 ? "voice" : "diary",
            audience = kind == 4 ? "members" : Audience(), comments = Maybe(() => "friends"), fleeting = Maybe<bool?>(() => true), language = Maybe(() => "ja"), name = kind == 0 ? null : Text(),
            content = attachment is not null && Chance() ? "" : Text(), attachment,
        });
    }

    private string Album() => Json(new
    {
        type = "Collection", id = Number(), published = Moment(), audience = Audience(), name = Text().Trim(), summary = Text(),
        attachment = Maybe(() => Enumerable.Range(0, 2).Select(_ => Attachment(Moment())).ToArray()),
    });

    private string Comment(List<string> posts) => Json(new
    {
        type = "Note", id = Number(), published = Moment(), inReplyTo = posts.Count > 0 && Chance() ? Id(posts[_random.Next(posts.Count)]) : "5", under = Maybe(() => "taro"), kind = "comment", content = Text(),
    });

    private string Edit(List<string> posts)
    {
        var about = posts.Count == 0 ? Post() : posts[_random.Next(posts.Count)];
        return Json(new { type = "Update", @object = Id(about), published = JsonDocument.Parse(about).RootElement.GetProperty("published").GetString(), number = ++_last, updated = Moment(), content = Text() });
    }

    private string Mute() => _random.Next(3) switch
    {
        0 => Json(new { type = "Ignore", published = Moment(), kind = "word", @object = $"word {_last++}", scope = "home" }),
        1 => Json(new { type = "Ignore", published = Moment(), kind = "member", @object = User(), scope = "everywhere", endTime = "2999-01-01T00:00:00.000Z" }),
        _ => Json(new { type = "Ignore", published = Moment(), kind = "post", @object = Number(), scope = "everywhere", by = "taro" }),
    };

    private object Attachment(string? published = null)
    {
        var (id, which) = (Number(), _random.Next(Pictures.Value.Length));
        var (mediaType, ending) = which switch { 1 => ("image/png", "png"), 2 => ("image/webp", "webp"), 3 => ("image/gif", "gif"), _ => ("image/jpeg", "jpg") };
        _files.Add(($"media/{id}.{ending}", Pictures.Value[which]));
        return new { type = "Image", id, mediaType, url = $"media/{id}.{ending}", name = Maybe(Text), published };
    }

    private List<string> Some(int most, Func<string> line) => [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => line())];

    private T? Maybe<T>(Func<T> value) => Chance() ? value() : default;

    private bool Chance() => _random.Next(2) == 0;

    private string Text() => Texts[_random.Next(Texts.Length)];

    private string Audience() => Audiences[_random.Next(Audiences.Length)];

    private string User() => $"user:nobody{_random.Next(1000)}";

    private string Number() => (1_000_000_000_000_000_000 + _random.NextInt64(1_000_000_000_000)).ToString(CultureInfo.InvariantCulture);

    private string Moment() => DateTime.UnixEpoch.AddMilliseconds(_random.NextInt64(1_600_000_000_000)).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Id(string post) => JsonDocument.Parse(post).RootElement.GetProperty("id").GetString()!;

    private static string Json(object line) => JsonSerializer.Serialize(line, Options);

    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };
}
