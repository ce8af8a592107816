using System.Globalization;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Mutes;

/// <summary>Turns mutes into what clients see and back: names outside, numbers inside.</summary>
internal sealed class MuteWords(AuthorStore authors, TopicNames names, TimeProvider time)
{
    private const int MaxWord = 50;

    /// <summary>The rule that a member asks for; refuses what can't be muted.</summary>
    public async Task<MuteRule> Rule(int member, MuteRequest request)
    {
        var kind = Enum.TryParse<MuteKind>(request.Kind, ignoreCase: true, out var known) && Enum.IsDefined(known)
            ? known
            : throw Errors.Invalid("kind", "'kind' is 'member', 'topic', 'word', 'language' or 'post'.");
        var scope = request.Scope switch
        {
            null or "everywhere" => MuteScope.Everywhere,
            "home" => MuteScope.Home,
            _ => throw Errors.Invalid("scope", "'scope' is 'everywhere' or 'home'."),
        };
        var now = time.GetUtcNow();
        if (request.Until <= now)
        {
            throw Errors.Invalid("until", "'until' has passed; give a time to come, or none.");
        }

        return new(0, kind, await Value(member, kind, request.Value.Trim()), scope, request.Until?.ToUnixTimeMilliseconds() ?? 0, now.ToUnixTimeMilliseconds());
    }

    /// <summary>A rule as its member sees it.</summary>
    public async Task<MuteView> View(MuteRule rule) => new(
        rule.Number,
        rule.Kind.ToString().ToLowerInvariant(),
        await Name(rule),
        rule.Scope.ToString().ToLowerInvariant(),
        rule.Until == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(rule.Until),
        DateTimeOffset.FromUnixTimeMilliseconds(rule.Created));

    private async Task<string> Value(int member, MuteKind kind, string value)
    {
        switch (kind)
        {
            case MuteKind.Member:
                var author = Handle.Fold(value.TrimStart('@')) is { } handle ? await authors.Find(handle) : null;
                return author is null ? throw Errors.NotFound("member")
                    : author.Number == member ? throw Errors.Invalid("value", "Your own posts are always shown; mute somebody else.")
                    : author.Number.ToString(CultureInfo.InvariantCulture);
            case MuteKind.Topic:
                var topic = TopicName.TryParse(value, out var name) ? await names.Find(name) : null;
                return (topic ?? throw Errors.NotFound("topic")).Value.ToString(CultureInfo.InvariantCulture);
            case MuteKind.Post:
                return PostId.TryParse(value, out var id) ? PostId.Format(id) : throw Errors.NotFound("post");
            case MuteKind.Language:
                return value.Length is > 0 and <= PostRules.MaxLanguage && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
                    ? value.ToLowerInvariant()
                    : throw Errors.Invalid("value", "'value' is not a language tag such as 'ja' or 'pt-BR'.");
            default:
                PostRules.Text("value", value, MaxWord);
                return FoldedText.Of(value).Length > 0 ? value : throw Errors.Invalid("value", "'value' is empty; give a word or phrase.");
        }
    }

    private async Task<string> Name(MuteRule rule) => rule.Kind switch
    {
        MuteKind.Member => (await authors.Find(int.Parse(rule.Value, CultureInfo.InvariantCulture)))?.Handle ?? "",
        MuteKind.Topic => (await names.Find(Topic.Of(long.Parse(rule.Value, CultureInfo.InvariantCulture))))?.ToString() ?? "",
        _ => rule.Value,
    };
}
