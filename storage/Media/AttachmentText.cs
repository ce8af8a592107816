using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansMixi.Media;

/// <summary>Attachments as the log's column <c>media</c> keeps them: short JSON.</summary>
internal static class AttachmentText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text; null if there is nothing.</summary>
    public static string? Write(Attachments? media) => media is null
        ? null
        : JsonSerializer.Serialize(
            new Kept([.. media.Pictures.Select(picture => new KeptPicture(picture.Id, picture.Width, picture.Height, picture.Alt, picture.Video))], media.Album), Options);

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static Attachments? Read(string? text) => text is null || JsonSerializer.Deserialize<Kept>(text, Options) is not { } kept
        ? null
        : new([.. kept.Pictures.Select(picture => new Picture(picture.Id, picture.Width, picture.Height, picture.Alt ?? "", picture.Video))], kept.Album);

    private sealed record Kept([property: JsonPropertyName("p")] KeptPicture[] Pictures, [property: JsonPropertyName("a")] long Album = 0);

    private sealed record KeptPicture(
        [property: JsonPropertyName("i")] long Id,
        [property: JsonPropertyName("w")] int Width = 0,
        [property: JsonPropertyName("h")] int Height = 0,
        [property: JsonPropertyName("t")] string? Alt = null,
        [property: JsonPropertyName("v")] bool Video = false);
}
