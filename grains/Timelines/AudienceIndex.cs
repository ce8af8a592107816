using System.Runtime.InteropServices;

namespace OrleansMixi.Timelines;

/// <summary>Who of a shard's members follows which topic, both ways round.</summary>
internal sealed class AudienceIndex
{
    private static readonly HashSet<long> None = [];

    private readonly Dictionary<long, List<int>> _followers = [];
    private readonly Dictionary<int, HashSet<long>> _topics = [];

    /// <summary>How many edges there are.</summary>
    public long Edges { get; private set; }

    /// <summary>Members that follow a topic, in no order.</summary>
    public ReadOnlySpan<int> Followers(long topic) =>
        _followers.TryGetValue(topic, out var members) ? CollectionsMarshal.AsSpan(members) : [];

    /// <summary>Topics that a member follows.</summary>
    public IReadOnlySet<long> Topics(int member) => _topics.GetValueOrDefault(member, None);

    /// <summary>Whether a member follows a topic.</summary>
    public bool Follows(int member, long topic) => _topics.TryGetValue(member, out var topics) && topics.Contains(topic);

    /// <summary>Adds an edge; false if it was there.</summary>
    public bool Add(int member, long topic)
    {
        if (!(CollectionsMarshal.GetValueRefOrAddDefault(_topics, member, out _) ??= []).Add(topic))
        {
            return false;
        }

        (CollectionsMarshal.GetValueRefOrAddDefault(_followers, topic, out _) ??= []).Add(member);
        Edges++;
        return true;
    }

    /// <summary>Removes an edge; false if it was not there.</summary>
    public bool Remove(int member, long topic)
    {
        if (!_topics.TryGetValue(member, out var topics) || !topics.Remove(topic))
        {
            return false;
        }

        var members = _followers[topic];
        var place = members.IndexOf(member);
        members[place] = members[^1];
        members.RemoveAt(members.Count - 1);
        Edges--;
        return true;
    }
}
