using System.Globalization;
using System.Text.Json;

namespace OrleansMixi.Communities;

/// <summary>Reads what a deed changed out of what the book keeps for undoing; numbers of members stay inside.</summary>
internal static class DeedChanges
{
    public static IReadOnlyList<DeedChange> Of(CommunityLogRow row) => row.Action switch
    {
        CommunityAction.Settings => Settings(Change(row.Before), Change(row.After)),
        CommunityAction.Staff => [new("rights", Rights(row.Before), Rights(row.After))],
        CommunityAction.Barred or CommunityAction.Unbarred => [new("until", Until(row.Before), Until(row.After))],
        CommunityAction.Pinned => [new("pinned", Truth(row.Before), Truth(row.After))],
        CommunityAction.Cancelled => [new("cancelled", Truth(row.Before), Truth(row.After))],
        CommunityAction.Removed or CommunityAction.Restored => [new("removed", Truth(row.Before), Truth(row.After))],
        CommunityAction.HandedOver => [],
        _ => [new("state", row.Before, row.After)],
    };

    private static List<DeedChange> Settings(CommunityChange before, CommunityChange after)
    {
        (string Field, string? Before, string? After)[] fields =
        [
            ("title", before.Title, after.Title),
            ("description", before.Description, after.Description),
            ("category", before.Category, after.Category),
            ("visibility", Word(before.Openness), Word(after.Openness)),
            ("joining", Word(before.Joining), Word(after.Joining)),
            ("posting", Word(before.Posting), Word(after.Posting)),
        ];
        return [.. fields.Where(field => field.Before != field.After).Select(field => new DeedChange(field.Field, field.Before, field.After))];
    }

    private static CommunityChange Change(string text) => JsonSerializer.Deserialize<CommunityChange>(text)!;

    private static string? Word<T>(T? value)
        where T : struct, Enum => value is { } known ? CommunityWords.Word(known) : null;

    private static string Rights(string text) => string.Join(", ", CommunityWords.Of((CommunityRights)int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)));

    private static string? Until(string text) =>
        text.Length == 0 ? null
        : JsonSerializer.Deserialize<CommunityBar>(text)!.Until is not 0 and var until ? DateTimeOffset.FromUnixTimeMilliseconds(until).ToString("u", CultureInfo.InvariantCulture)
        : "forever";

    private static string Truth(string text) => text == "1" ? "yes" : "no";
}
