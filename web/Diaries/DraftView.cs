using System.Text.Json.Serialization;
using OrleansMixi.Media;
using OrleansMixi.Posts;

namespace OrleansMixi.Diaries;

/// <summary>A draft as its author sees it.</summary>
/// <param name="Number">Its number among the own drafts.</param>
/// <param name="Title">The title; may be empty.</param>
/// <param name="Text">The text in Markdown.</param>
/// <param name="Audience">Who will see it.</param>
/// <param name="Comments">Who may comment.</param>
/// <param name="PublishAt">When it is posted by itself; null for not.</param>
/// <param name="Problem">Why it could not be posted when its time came.</param>
public sealed record DraftView(int Number, string Title, string Text, string Audience, string Comments, DateTimeOffset? PublishAt, string? Problem)
{
    /// <summary>Its pictures, in order; absent if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PictureView>? Pictures { get; init; }

    /// <summary>The view of a draft.</summary>
    internal static DraftView Of(DiaryDraft draft) => new(
        draft.Number, draft.Title, draft.Text,
        Audiences.GroupOf(draft.Audience) is > 0 and var group ? $"group:{group}" : PostWords.Of(draft.Audience),
        draft.Commenting.ToString().ToLowerInvariant(),
        draft.PublishAt == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(draft.PublishAt),
        draft.Problem)
    {
        Pictures = draft.Pictures.Count == 0 ? null : [.. draft.Pictures.Select(PictureView.Of)],
    };
}
