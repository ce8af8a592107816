using OrleansMixi.Live;
using OrleansMixi.Log;

namespace OrleansMixi.Timelines;

/// <summary>Live readers by what they watch, so that a post finds its readers without asking its followers.</summary>
internal sealed class ReaderIndex
{
    private static readonly HashSet<ReaderKey> None = [];

    private readonly Dictionary<ReaderKey, WatchRequest> _requests = [];
    private readonly Dictionary<long, HashSet<ReaderKey>> _byTopic = [];
    private readonly Dictionary<long, HashSet<ReaderKey>> _byHomeTopic = [];
    private readonly Dictionary<int, HashSet<ReaderKey>> _byMember = [];

    /// <summary>How many readers a gateway has here.</summary>
    public int Count(GrainId gateway) => _requests.Keys.Count(key => key.Gateway == gateway);

    /// <summary>Registers a reader; one that was there is replaced.</summary>
    public void Add(ReaderKey key, WatchRequest request, IReadOnlyCollection<long> follows)
    {
        Remove(key, follows);
        _requests[key] = request;
        foreach (var topic in request.Topics)
        {
            Put(_byTopic, topic, key);
        }

        if (request.Home)
        {
            Put(_byMember, request.Member, key);
            foreach (var topic in follows)
            {
                Put(_byHomeTopic, topic, key);
            }
        }
    }

    /// <summary>Forgets a reader.</summary>
    public void Remove(ReaderKey key, IReadOnlyCollection<long> follows)
    {
        if (!_requests.Remove(key, out var request))
        {
            return;
        }

        foreach (var topic in request.Topics)
        {
            Take(_byTopic, topic, key);
        }

        if (request.Home)
        {
            Take(_byMember, request.Member, key);
            foreach (var topic in follows)
            {
                Take(_byHomeTopic, topic, key);
            }
        }
    }

    /// <summary>Readers of a gateway, with their members.</summary>
    public IReadOnlyList<(ReaderKey Key, int Member)> Of(GrainId gateway) =>
        [.. _requests.Where(pair => pair.Key.Gateway == gateway).Select(pair => (pair.Key, pair.Value.Member))];

    /// <summary>The member behind a reader; 0 if unknown.</summary>
    public int Member(ReaderKey key) => _requests.TryGetValue(key, out var request) ? request.Member : 0;

    /// <summary>A member follows a topic from now on, or no longer.</summary>
    public void Follow(int member, long topic, bool follows)
    {
        foreach (var key in _byMember.GetValueOrDefault(member, None))
        {
            if (follows)
            {
                Put(_byHomeTopic, topic, key);
            }
            else
            {
                Take(_byHomeTopic, topic, key);
            }
        }
    }

    /// <summary>Adds everybody whom an activity concerns.</summary>
    public void Collect(in ActivityHeader activity, HashSet<ReaderKey> readers)
    {
        readers.UnionWith(_byTopic.GetValueOrDefault(activity.Topic, None));
        readers.UnionWith(_byHomeTopic.GetValueOrDefault(activity.Topic, None));
        readers.UnionWith(_byMember.GetValueOrDefault(activity.Author, None));
    }

    private static void Put<TKey>(Dictionary<TKey, HashSet<ReaderKey>> index, TKey by, ReaderKey key)
        where TKey : notnull
    {
        if (!index.TryGetValue(by, out var readers))
        {
            index[by] = readers = [];
        }

        readers.Add(key);
    }

    private static void Take<TKey>(Dictionary<TKey, HashSet<ReaderKey>> index, TKey by, ReaderKey key)
        where TKey : notnull
    {
        if (index.TryGetValue(by, out var readers) && readers.Remove(key) && readers.Count == 0)
        {
            index.Remove(by);
        }
    }
}
