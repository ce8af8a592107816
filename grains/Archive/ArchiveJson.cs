using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansMixi.Archive;

/// <summary>How lines are spelled: camelCase, fields in the order of their types, absent values left away, one spelling for one value.</summary>
internal static class ArchiveJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 16,
    };

    public static string Write<T>(T line) => JsonSerializer.Serialize(line, Options);

    /// <summary>Reads a line; refuses what is no object of this kind.</summary>
    public static T Read<T>(byte[] line)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Options) ?? throw Errors.Invalid("$", "The line is null.");
        }
        catch (JsonException error)
        {
            throw Errors.Invalid(error.Path ?? "$", $"The line is not as this file wants it, at '{error.Path ?? "$"}'.");
        }
        catch (InvalidOperationException)
        {
            throw Errors.Invalid("$", "A text holds half of a surrogate pair.");
        }
    }
}
