using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>
/// What binds the member to others, by name. What an archive asks for and this town has is bound anew where that is the
/// member's own doing; friendships and communities need others and are kept as suggestions.
/// </summary>
internal sealed class TopicPart(string name, string type, EdgeKind kind, EdgeKind without, TopicKind[] kinds, bool own, EdgeStore edges, TopicNames names, IGrainFactory grains)
    : ArchivePart<TopicLine>(name)
{
    /// <summary>Refuses what is not the name of one of these kinds, in its one spelling.</summary>
    public static void Check(string text, params TopicKind[] kinds)
    {
        if (!TopicName.TryParse(text, out var topic) || !kinds.Contains(topic.Kind) || topic.ToString() != text)
        {
            throw Errors.Invalid("object", "'object' is not a name such as 'user:hanako' of the kind that belongs here.");
        }
    }

    /// <summary>The handle or slug of a name that was checked.</summary>
    public static string NameOf(string text) => text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];

    protected override async IAsyncEnumerable<TopicLine> Lines(ArchiveOwner owner)
    {
        var found = new List<string>();
        foreach (var edge in await edges.Of(owner.Member))
        {
            if (Is(edge.Kind) && kinds.Contains(Topic.Of(edge.Topic).Kind) && await names.Find(Topic.Of(edge.Topic)) is { } topic)
            {
                found.Add(topic.ToString());
            }
        }

        foreach (var topic in found.Order(StringComparer.Ordinal))
        {
            yield return new(type, topic);
        }
    }

    protected override string Key(TopicLine line) => line.Object;

    protected override void Check(TopicLine line) => Check(line.Object, kinds);

    protected override async Task<IReadOnlyList<LineOutcome>> Take(ArchiveOwner owner, IReadOnlyList<TopicLine> lines)
    {
        var outcomes = new LineOutcome[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            outcomes[i] = await Take(owner, lines[i]);
        }

        return outcomes;
    }

    private async Task<LineOutcome> Take(ArchiveOwner owner, TopicLine line)
    {
        if (!TopicName.TryParse(line.Object, out var name) || await names.Find(name) is not { } topic || topic == Topic.User(owner.Member))
        {
            return new(LineResult.Kept);
        }

        if ((await edges.Between(owner.Member, topic) & kind) == kind)
        {
            return new(LineResult.Present);
        }

        try
        {
            return new(own && await grains.GetGrain<IUserGrain>(owner.Member).Restore(topic, kind) ? LineResult.Added : LineResult.Kept);
        }
        catch (MixiException refusal) when (refusal.RetryAfter == 0)
        {
            return LineOutcome.Refused(refusal.Message);
        }
    }

    private bool Is(EdgeKind edge) => kind == EdgeKind.Block ? (edge & kind) != 0 : edge.Holds(kind) && (edge & without) == 0;
}
