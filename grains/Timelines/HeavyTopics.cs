namespace OrleansMixi.Timelines;

/// <summary>
/// Topics that very many of a shard's members follow. From the moment a topic is one of them, its posts go once into a
/// ring of its own and are merged into timelines as they are read: one post must not hold up those of everybody else.
/// </summary>
internal sealed class HeavyTopics(int followers, int capacity)
{
    private readonly Dictionary<int, int> _seats = [];
    private readonly RingTable _rings = new(capacity, long.MaxValue);

    /// <summary>Whether there is any.</summary>
    public bool Any => _seats.Count > 0;

    /// <summary>Takes a post of a topic with so many followers, by the topic's number; false if it is none of the heavy ones.</summary>
    public bool Take(int topic, int count, long id)
    {
        if (!_seats.TryGetValue(topic, out var seat))
        {
            if (count < followers)
            {
                return false;
            }

            // For good: timelines rely on it for what they were not given.
            _seats[topic] = seat = _seats.Count;
            _rings.Fill(seat, _rings.Open(seat), [], more: false);
        }

        _rings.Add([seat], [id]);
        return true;
    }

    /// <summary>What the heavy ones among some topics, by number, have below a bound and not beyond a vector.</summary>
    public IEnumerable<RingPage> Read(IEnumerable<int> topics, long before, long[] vector, int limit)
    {
        foreach (var topic in topics)
        {
            if (_seats.TryGetValue(topic, out var seat))
            {
                yield return _rings.Read(seat, before, vector, limit);
            }
        }
    }
}
