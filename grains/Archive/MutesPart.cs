using System.Globalization;
using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Mutes;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>What the member does not want to see. What it goes by and is not here is kept.</summary>
internal sealed class MutesPart(MuteStore mutes, TopicNames names, AuthorStore authors, PostStore posts, PostLog log, IOptions<LimitOptions> limits, TimeProvider time) : ArchivePart<MuteLine>("mutes")
{
    private const int MaxWord = 50;

    protected override async IAsyncEnumerable<MuteLine> Lines(ArchiveOwner owner)
    {
        foreach (var rule in (await mutes.Of(owner.Member)).OrderBy(rule => rule.Created))
        {
            var (name, by) = await NameOf(rule);
            if (name is not null)
            {
                yield return new(
                    "Ignore", ArchiveTime.Text(rule.Created), Word(rule.Kind), name, Word(rule.Scope), by, rule.Until == 0 ? null : ArchiveTime.Text(rule.Until));
            }
        }
    }

    protected override string Key(MuteLine line) => $"{ArchiveTime.Key(ArchiveTime.Read("published", line.Published))}|{line.Kind} {line.Object}";

    protected override void Check(MuteLine line)
    {
        ArchiveTime.Check("published", ArchiveTime.Read("published", line.Published), time);
        _ = line.EndTime is null ? 0 : ArchiveTime.Read("endTime", line.EndTime);
        Read<MuteScope>("scope", line.Scope);
        switch (Read<MuteKind>("kind", line.Kind))
        {
            case MuteKind.Member:
                TopicPart.Check(line.Object, TopicKind.User);
                break;
            case MuteKind.Topic:
                TopicPart.Check(line.Object, TopicKind.User, TopicKind.Community, TopicKind.News);
                break;
            case MuteKind.Post:
                ArchiveSource.Check("object", line.Object);
                break;
            case MuteKind.Language when line.Object.Length is 0 or > PostRules.MaxLanguage || !line.Object.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'):
                throw Errors.Invalid("object", "'object' is not a language tag.");
            default:
                PostRules.Text("object", line.Object, MaxWord);
                break;
        }
    }

    protected override async Task<IReadOnlyList<LineOutcome>> Take(ArchiveOwner owner, IReadOnlyList<MuteLine> lines)
    {
        var outcomes = new LineOutcome[lines.Count];
        var present = (await mutes.Of(owner.Member)).Select(rule => (rule.Kind, rule.Value)).ToHashSet();
        for (var i = 0; i < lines.Count; i++)
        {
            outcomes[i] = await Take(owner, lines[i], present);
        }

        if (outcomes.Any(outcome => outcome.Result == LineResult.Added))
        {
            await log.Append(new(ActivityKind.Member, owner.Member, owner.Member, Topic.User(owner.Member)));
        }

        return outcomes;
    }

    private async Task<LineOutcome> Take(ArchiveOwner owner, MuteLine line, HashSet<(MuteKind, string)> present)
    {
        var kind = Read<MuteKind>("kind", line.Kind);
        if (await Value(owner, kind, line) is not { } value)
        {
            return new(LineResult.Kept);
        }

        if (!present.Add((kind, value)))
        {
            return new(LineResult.Present);
        }

        var (name, limit) = kind == MuteKind.Post ? (nameof(LimitOptions.HiddenPosts), limits.Value.HiddenPosts) : (nameof(LimitOptions.Mutes), limits.Value.Mutes);
        var rule = new MuteRule(
            0, kind, value, Read<MuteScope>("scope", line.Scope), line.EndTime is null ? 0 : ArchiveTime.Read("endTime", line.EndTime), ArchiveTime.Read("published", line.Published));
        return await mutes.Keep(owner.Member, rule, limit) is null ? LineOutcome.Refused($"There are {limit} of them already (Mixi:Limits:{name}).") : new(LineResult.Added);
    }

    /// <summary>What a rule goes by here; null if it is not here.</summary>
    private async Task<string?> Value(ArchiveOwner owner, MuteKind kind, MuteLine line)
    {
        switch (kind)
        {
            case MuteKind.Member:
                return await authors.Find(TopicPart.NameOf(line.Object)) is { } author && author.Number != owner.Member ? author.Number.ToString(CultureInfo.InvariantCulture) : null;
            case MuteKind.Topic:
                return TopicName.TryParse(line.Object, out var name) && await names.Find(name) is { } topic ? topic.Value.ToString(CultureInfo.InvariantCulture) : null;
            case MuteKind.Post:
                return PostId.TryParse(line.Object, out var id) && await posts.Find(id) is { } post && (await authors.Find(post.Author))?.Handle == line.By ? PostId.Format(id) : null;
            default:
                return line.Object;
        }
    }

    private async Task<(string? Name, string? By)> NameOf(MuteRule rule) => rule.Kind switch
    {
        MuteKind.Member => (await authors.Find(int.Parse(rule.Value, CultureInfo.InvariantCulture)) is { } author ? $"user:{author.Handle}" : null, null),
        MuteKind.Topic => ((await names.Find(Topic.Of(long.Parse(rule.Value, CultureInfo.InvariantCulture))))?.ToString(), null),
        MuteKind.Post => (rule.Value, PostId.TryParse(rule.Value, out var id) && await posts.Find(id) is { } post ? (await authors.Find(post.Author))?.Handle : null),
        _ => (rule.Value, null),
    };

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T Read<T>(string field, string word)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => Word(value) == word).Select(value => (T?)value).FirstOrDefault() ?? throw Errors.Invalid(field, $"'{field}' is none that is known.");
}
