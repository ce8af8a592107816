using OrleansMixi.Posts;

namespace OrleansMixi.Diaries;

/// <summary>A draft as clients send it.</summary>
/// <param name="Text">The text in Markdown, at most 30,000 text elements; may be empty while it is a draft.</param>
/// <param name="Title">The title.</param>
/// <param name="Audience">Who will see it, as with posts.</param>
/// <param name="Comments">Who may comment: <c>all</c> (default), <c>friends</c> or <c>nobody</c>.</param>
/// <param name="PublishAt">When to post it by itself, within a year; absent for not.</param>
/// <param name="Media">Ids of up to 10 own uploads, in order; it keeps them as long as it is a draft. Those it had and that are not named any more are let go.</param>
public sealed record DraftBody(string Text, string? Title = null, string? Audience = null, string? Comments = null, DateTimeOffset? PublishAt = null, IReadOnlyList<string>? Media = null)
{
    private const int LongestWaitDays = 366;

    /// <summary>The draft it stands for; refuses what could not be posted later.</summary>
    internal DiaryDraft ToDraft(int number, TimeProvider time)
    {
        PostRules.Text("text", Text, PostRules.MaxText(PostForm.Diary));
        PostRules.Text("title", Title, PostRules.MaxTitle);
        var media = PostWords.MediaOf(Media) ?? [];
        PostRules.Pictures(media, PostForm.Diary);
        var now = time.GetUtcNow();
        var empty = Text.Trim().Length == 0 && media.Count == 0;
        if (PublishAt is { } at && (at <= now || at > now.AddDays(LongestWaitDays) || empty))
        {
            throw Errors.Invalid("publishAt", empty
                ? "'text' is empty: write something before it is posted by itself."
                : "'publishAt' is a time within the next year; leave it away to keep a draft.");
        }

        return new(
            number, Title?.Trim() ?? "", Text, PostWords.AudienceOf(Audience) ?? Posts.Audience.Everyone, PostWords.CommentingOf(Comments), PublishAt?.ToUnixTimeMilliseconds() ?? 0)
        {
            Media = media,
        };
    }
}
