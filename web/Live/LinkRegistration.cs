using OrleansMixi.Log;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;

namespace OrleansMixi.Live;

/// <summary>Registers a link's readers at the shard, and all of them again when the chain broke: each from where it stands, so nothing is lost.</summary>
internal sealed class LinkRegistration(ITimelineShardGrain grain, ILiveGateway gateway, LinkReaders readers, LiveTelling telling, long database)
{
    /// <summary>The activation of the shard that the readers are registered at; -1 if that is not known.</summary>
    public long Epoch { get; private set; } = -1;

    /// <summary>The registrations are in doubt: the next batch or renewal makes them anew.</summary>
    public void Doubt() => Epoch = -1;

    /// <summary>Registers readers that come, or watch more or less than before.</summary>
    public async Task Join(IReadOnlyList<LiveJoin> joins)
    {
        try
        {
            var replies = await grain.Watch(gateway, [.. joins.Select(join => join.Request)]);
            for (var i = 0; i < joins.Count; i++)
            {
                await Join(joins[i], replies[i]);
                joins[i].Done.TrySetResult();
            }

            if (replies[0].Epoch != Epoch)
            {
                // Another activation of the shard than the other readers know.
                await Rejoin();
            }
        }
        catch (Exception error)
        {
            foreach (var join in joins)
            {
                join.Done.TrySetException(error);
            }

            throw;
        }
    }

    /// <summary>Registers all readers again.</summary>
    public async Task Rejoin()
    {
        if (readers.Count == 0)
        {
            return;
        }

        var all = readers.All.ToArray();
        var replies = await grain.Watch(gateway, [.. all.Select(reader => reader.Request())]);
        Epoch = replies[0].Epoch;
        readers.StandAt(new(database, replies[0].Vector));
        for (var i = 0; i < all.Length; i++)
        {
            await Tell(all[i], replies[i].Missed, replies[i], reset: false);
        }
    }

    /// <summary>Forgets a reader.</summary>
    public async Task Leave(LiveReader reader)
    {
        readers.Remove(reader);
        await grain.Unwatch(gateway, reader.Number);
    }

    /// <summary>Tells the shard that this host lives; answers whether it knows the readers.</summary>
    public async Task<bool> Renew()
    {
        var reply = await grain.Renew(gateway);
        return reply.Epoch == Epoch && reply.Readers == readers.Count;
    }

    private async Task Join(LiveJoin join, WatchReply reply)
    {
        var reader = join.Reader;
        if (readers.Count == 0)
        {
            Epoch = reply.Epoch;
            readers.StandAt(new(database, reply.Vector));
        }

        var before = readers.Has(reader) ? (reader.Home, reader.Topics) : (false, null);
        var stands = reader.Position?.Vector;
        var viewer = await telling.Viewer(reader);
        var missed = reply.Missed.Where(entry =>
            stands is null || entry.Id > stands[PostId.Queue(entry.Id)] || !Watched(before, viewer, entry)).ToArray();
        (reader.Home, reader.Topics) = (join.Request.Home, join.Topics);
        await Tell(reader, missed, reply, join.Reset);
    }

    private static bool Watched((bool Home, IReadOnlyDictionary<long, string>? Topics) before, Viewer viewer, ActivityHeader entry) =>
        before.Topics is not null
        && (before.Topics.ContainsKey(entry.Topic) || (before.Home && (viewer.Follows.Contains(entry.Topic) || entry.Author == viewer.Member)));

    /// <summary>Brings a reader to where the shard's reply left it.</summary>
    private async ValueTask Tell(LiveReader reader, ActivityHeader[] missed, WatchReply reply, bool reset)
    {
        var position = new LivePosition(database, reply.Vector);
        if (reply.Reset || reset)
        {
            reader.Reset(position);
        }
        else
        {
            await telling.Stage(reader, missed);
            reader.Commit(position);
        }

        readers.Add(reader);
    }
}
