using OrleansMixi.Log;

namespace OrleansMixi.Posts;

/// <summary>One edit of a post: the text and audience it had from then on.</summary>
public sealed record EditView(string Text, string Audience, DateTimeOffset At)
{
    internal static EditView Of(Activity edit) => new(
        edit.Body?.Text ?? "", PostWords.Of(edit.Header.Audience), DateTimeOffset.FromUnixTimeMilliseconds(edit.Published));
}
