using System.Globalization;
using System.Text.Json;
using OrleansMixi.Log;
using OrleansMixi.News;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>One activity of Mastodon's outbox, as a post of this town or as a reason why it is none.</summary>
internal static class MastodonNote
{
    private const string Public = "https://www.w3.org/ns/activitystreams#Public";

    /// <summary>The entry for an activity; null with an outcome for what is not taken.</summary>
    public static (LogEntry? Entry, LineOutcome Outcome) Map(int member, byte[] json, TimeProvider time)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = 32 });
            return Map(member, document.RootElement, time);
        }
        catch (MixiException refusal)
        {
            return (null, LineOutcome.Refused(refusal.Message));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return (null, LineOutcome.Refused("The activity can't be read."));
        }
    }

    private static (LogEntry?, LineOutcome) Map(int member, JsonElement activity, TimeProvider time)
    {
        if (Text(activity, "type") != "Create" || activity.GetProperty("object") is not { ValueKind: JsonValueKind.Object } note || Text(note, "type") is not ("Note" or "Question" or "Article"))
        {
            return (null, new(LineResult.Skipped));
        }

        if (Audience(note) is not { } audience)
        {
            return (null, new(LineResult.Skipped));
        }

        var text = HtmlText.Plain(Text(note, "content") ?? "", PostRules.MaxText(PostForm.Diary));
        var attachments = note.TryGetProperty("attachment", out var files) && files.ValueKind == JsonValueKind.Array ? files.GetArrayLength() : 0;
        if (text.Length == 0)
        {
            return (null, new(LineResult.Skipped, attachments > 0 ? "It has attachments and no text; attachments are not taken." : null));
        }

        var entry = Entry(member, note, text, audience, time);
        return (entry, new(LineResult.Added, attachments > 0 ? $"{attachments} attachments were not taken." : null));
    }

    private static LogEntry Entry(int member, JsonElement note, string text, Audience audience, TimeProvider time)
    {
        var title = Text(note, "summary") is { Length: > 0 } warning ? FeedText.Plain(warning, PostRules.MaxTitle) : null;
        var isVoice = string.IsNullOrEmpty(title) && new StringInfo(text).LengthInTextElements <= PostRules.MaxText(PostForm.Voice);
        var language = note.TryGetProperty("contentMap", out var map) && map.ValueKind == JsonValueKind.Object ? map.EnumerateObject().Select(pair => pair.Name).FirstOrDefault() : null;
        var draft = new PostDraft(
            Topic.User(member), isVoice ? PostForm.Voice : PostForm.Diary, string.IsNullOrEmpty(title) ? null : title,
            isVoice ? text : HtmlText.Markdown(Text(note, "content")!, PostRules.MaxText(PostForm.Diary)), audience,
            FeedText.LanguageTag(language), Link(Text(note, "inReplyTo")));
        PostRules.Check(draft);
        var published = Published(note, time);
        return new(
            ActivityKind.Post, member, member, draft.Topic, 0, audience, ActivityFlags.Silent,
            Body: new(draft.Form, draft.Title, draft.Text, draft.Language, draft.Link),
            Key: SourceKey.Of(SourceKey.Hash(Text(note, "id") ?? throw Errors.Invalid("id", "The note has no id."))),
            Published: published);
    }

    private static long Published(JsonElement note, TimeProvider time)
    {
        if (!DateTimeOffset.TryParse(Text(note, "published"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            throw Errors.Invalid("published", "The note has no date.");
        }

        var published = moment.ToUnixTimeMilliseconds();
        ArchiveTime.Check("published", published, time);
        return published;
    }

    /// <summary>Public and unlisted notes are for everyone, those for followers for friends; those for some are nobody else's, not even here.</summary>
    private static Audience? Audience(JsonElement note)
    {
        var to = Addresses(note, "to").Concat(Addresses(note, "cc")).ToList();
        return to.Exists(address => address is Public or "as:Public" or "Public") ? Posts.Audience.Everyone
            : to.Exists(address => address.EndsWith("/followers", StringComparison.Ordinal)) ? Posts.Audience.Friends
            : null;
    }

    private static IEnumerable<string> Addresses(JsonElement note, string name) => !note.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)
        : value.ValueKind == JsonValueKind.String ? [value.GetString()!] : [];

    private static string? Link(string? text) =>
        text is { Length: <= PostRules.MaxLink } && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") ? text : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
