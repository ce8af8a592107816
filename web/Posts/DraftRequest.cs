using System.Security.Claims;
using OrleansMixi.Accounts;

namespace OrleansMixi.Posts;

/// <summary>A post as clients send it.</summary>
/// <param name="Text">The text; may be absent only where another post is shared.</param>
/// <param name="Topic">Where to: <c>user:…</c> (the own), <c>community:…</c>, <c>news:…</c>; absent: the own.</param>
/// <param name="Kind"><c>voice</c> (default), <c>news</c> or <c>diary</c>.</param>
/// <param name="Title">A title.</param>
/// <param name="Audience"><c>everyone</c> (default), <c>friends-of-friends</c>, <c>friends</c>, <c>close</c>, <c>group:</c> with a number, <c>members</c> of the community, <c>me</c>.</param>
/// <param name="Language">A language tag.</param>
/// <param name="Link">An http or https address.</param>
/// <param name="ReplyTo">The id of the post or comment that this comment answers; topic, kind and audience follow from it.</param>
/// <param name="Story">The id of another post that this one shows: shared as it is if there is no text, else quoted.</param>
/// <param name="Fleeting">Others see it for 24 hours only.</param>
/// <param name="Comments">Who may comment: <c>all</c> (default), <c>friends</c> or <c>nobody</c>.</param>
/// <param name="IdempotencyKey">In a batch: the item's key.</param>
/// <param name="Media">Ids of own uploads that belong to nothing yet: one for a voice, up to 10 for a diary.</param>
public sealed record DraftRequest(
    string? Text = null,
    string? Topic = null,
    string? Kind = null,
    string? Title = null,
    string? Audience = null,
    string? Language = null,
    string? Link = null,
    string? IdempotencyKey = null,
    string? ReplyTo = null,
    string? Comments = null,
    string? Story = null,
    bool Fleeting = false,
    IReadOnlyList<string>? Media = null)
{
    /// <summary>The draft it stands for; refuses what is out of bounds.</summary>
    internal async ValueTask<PostDraft> ToDraft(ClaimsPrincipal caller, KnownTopics topics, string? key)
    {
        var (replyTo, story) = (Id("replyTo", ReplyTo), Id("story", Story));
        var text = Text ?? (story != 0 || Media is { Count: > 0 } ? "" : throw Errors.Invalid("text", "'text' is missing; write something."));
        var form = replyTo != 0 ? PostForm.Comment : story != 0 && text.Length == 0 ? PostForm.Share : PostWords.FormOf(Kind);
        if (form == PostForm.News && !caller.Has("news"))
        {
            throw Errors.ScopeMissing("news");
        }

        var topic = Posts.Topic.User(caller.Member());
        if (Topic is not null && replyTo == 0)
        {
            topic = TopicName.TryParse(Topic, out var name) && await topics.Find(caller.Member(), name) is { } found
                ? found
                : throw new MixiException("not-found", $"There is no topic '{Topic[..Math.Min(60, Topic.Length)]}'.", "topic");
        }

        if (topic.Kind == TopicKind.News && !caller.Has("news"))
        {
            throw Errors.ScopeMissing("news");
        }

        var draft = new PostDraft(topic, form, Title, text, PostWords.AudienceOf(Audience) ?? Posts.Audience.Everyone, Language, Link, key ?? IdempotencyKey, replyTo, PostWords.CommentingOf(Comments), replyTo == 0 ? story : 0, Fleeting && replyTo == 0, Media is { Count: > 0 } ? PostWords.MediaOf(Media) : null);
        PostRules.Check(draft);
        return draft;
    }

    private static long Id(string field, string? text) => text is null ? 0
        : Log.PostId.TryParse(text, out var id) ? id
        : throw Errors.Invalid(field, $"'{field}' is the id of a post, a number as text.");
}
