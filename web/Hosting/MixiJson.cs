using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansMixi.Hosting;

/// <summary>How JSON is spelled, everywhere: camelCase, enumerations as words, null where a value is absent.</summary>
public static class MixiJson
{
    /// <summary>The options for what this host writes and reads by itself.</summary>
    public static JsonSerializerOptions Options { get; } = Apply(new());

    /// <summary>Sets the project's conventions on options.</summary>
    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new UtcConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return options;
    }
}
