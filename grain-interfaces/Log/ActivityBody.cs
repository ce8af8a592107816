using System.Text.Json.Serialization;
using OrleansMixi.Media;
using OrleansMixi.Posts;

namespace OrleansMixi.Log;

/// <summary>What was written. Lengths are checked at the edge, see <see cref="PostRules"/>.</summary>
[GenerateSerializer, Immutable, Alias("mixi.ActivityBody")]
public sealed record ActivityBody(
    [property: Id(0)] PostForm Form,
    [property: Id(1)] string? Title,
    [property: Id(2)] string Text,
    [property: Id(3)] string? Language,
    [property: Id(4)] string? Link,
    [property: Id(10), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Attachments? Media = null);
