using System.Text.Json;
using Microsoft.Extensions.Options;

namespace OrleansMixi.Hosting;

/// <summary>Reads JSON bodies with refusals that name the field at fault.</summary>
internal static class Bodies
{
    /// <summary>What the serializer says before the names of the fields that it missed; the words before that name types of ours.</summary>
    private const string MissingWords = "missing required properties including";

    /// <summary>The body as JSON; refuses other content types, broken JSON and bodies that are too large.</summary>
    public static async Task<JsonDocument> ReadJson(this HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            throw Errors.Invalid("Content-Type", "Send JSON with 'Content-Type: application/json'.");
        }

        var limit = http.RequestServices.GetRequiredService<IOptions<TownOptions>>().Value.MaxBody;
        if (http.Request.ContentLength > limit)
        {
            throw new MixiException("too-large", $"The body has {http.Request.ContentLength} bytes; at most {limit} are read (Mixi:MaxBody).");
        }

        return await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
    }

    /// <summary>A part of a body as a value; refuses missing, null and wrongly typed fields by name.</summary>
    public static T Read<T>(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object
                ? element.Deserialize<T>(MixiJson.Options)!
                : throw Errors.Invalid("$", $"Expected a JSON object, not {Word(element.ValueKind)}.");
        }
        catch (JsonException error)
        {
            throw Refusal(error);
        }
        catch (InvalidOperationException)
        {
            // Text that is no valid UTF-16 can't be read out of JSON.
            throw Errors.Invalid("text", "A text holds half of a surrogate pair; send whole characters.");
        }
    }

    /// <summary>The refusal for broken JSON.</summary>
    public static MixiException Refusal(JsonException error)
    {
        var field = error.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : "$";
        var place = error.LineNumber is { } line ? $" (line {line + 1}, byte {error.BytePositionInLine + 1})" : "";
        var missing = error.Message.IndexOf(MissingWords, StringComparison.Ordinal);
        var why = missing >= 0 ? $"missing {error.Message[(missing + MissingWords.Length)..].Split(" Path:")[0].TrimStart(' ', ':')}"
            : field == "$" ? error.Message.Split(" Path:")[0].Split(" LineNumber:")[0] : $"'{field}' has a value of the wrong type.";
        return Errors.Invalid(field, $"The JSON can't be read{place}: {why}");
    }

    private static string Word(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
