using OrleansMixi.Media;
using OrleansMixi.Posts;

namespace OrleansMixi.Diaries;

/// <summary>A diary entry that is not posted yet.</summary>
/// <param name="Number">Its number among the member's drafts, from 1.</param>
/// <param name="Title">The title.</param>
/// <param name="Text">The text, in Markdown.</param>
/// <param name="Audience">Who will see it.</param>
/// <param name="Commenting">Who may comment on it.</param>
/// <param name="PublishAt">When it is posted by itself, Unix milliseconds; 0 for not.</param>
/// <param name="Problem">Why it could not be posted when its time came.</param>
public sealed record DiaryDraft(int Number, string Title, string Text, Audience Audience, Commenting Commenting, long PublishAt = 0, string? Problem = null)
{
    /// <summary>Ids of own pictures in order.</summary>
    public IReadOnlyList<long> Media { get; init; } = [];

    /// <summary>Those of them that it still holds, as they are now.</summary>
    public IReadOnlyList<Picture> Pictures { get; init; } = [];
}
