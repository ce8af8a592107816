using System.Globalization;
using System.Text.Json;
using OrleansMixi.Log;

namespace OrleansMixi.Notifications;

/// <summary>Notifications as the API spells them.</summary>
internal static class NotificationWords
{
    private static readonly string[] Words = [.. NotificationKinds.All.Select(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()))];

    /// <summary>The word of a kind: <c>comment</c>, <c>friend-request</c>, …</summary>
    public static string Of(NotificationKind kind) => Words[(int)kind - 1];

    /// <summary>The kind of a word.</summary>
    public static NotificationKind KindOf(string? word) => Array.IndexOf(Words, word) is >= 0 and var place
        ? (NotificationKind)(place + 1)
        : throw Errors.Invalid("kind", $"A kind is one of {string.Join(", ", Words)}.");

    /// <summary>What names a notification among those of its member.</summary>
    public static string Id(NotificationRow row) => $"{Of(row.Kind)}:{row.Subject.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Reads what <see cref="Id"/> wrote.</summary>
    public static (NotificationKind Kind, long Subject) Read(string? id)
    {
        var parts = id?.Split(':') ?? [];
        return parts.Length == 2 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var subject)
            ? (KindOf(parts[0]), subject)
            : throw Errors.Invalid("id", "'id' is not one that /api/notifications answered.");
    }

    /// <summary>Where a page begins; the newest one if there is nothing.</summary>
    public static long Before(string? before) =>
        string.IsNullOrEmpty(before) ? long.MaxValue : PostId.TryParse(before, out var at) ? at : throw Errors.InvalidCursor("before");
}
