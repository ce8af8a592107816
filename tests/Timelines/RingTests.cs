using CsCheck;

namespace OrleansMixi.Timelines;

public sealed class RingTests
{
    private static readonly long[] NoBound = [long.MaxValue];

    [Fact]
    public void Rings_hold_the_newest_ids_in_order_however_they_come_and_share_their_memory() =>
        Gen.Select(Gen.Int[1, 50], Gen.Select(Gen.Int[0, 3], Gen.Long[1, 150]).Array[0, 600]).Sample((capacity, arrivals) =>
        {
            const int Seats = 3;
            var rings = new RingTable(capacity, long.MaxValue);
            var models = Enumerable.Range(0, Seats).Select(_ => new SortedSet<long>()).ToArray();
            foreach (var (seat, id) in arrivals)
            {
                if (seat == Seats || !rings.Use(seat))
                {
                    // Anew, with a little history, so that chunks go from ring to ring.
                    var place = seat % Seats;
                    Assert.True(rings.Fill(place, rings.Open(place), [id], more: false));
                    models[place] = [id];
                    continue;
                }

                Assert.Equal(1, rings.Add([seat, Seats + 5], [id, id]));
                var visible = models[seat];
                if (visible.Count < capacity || id > visible.Min)
                {
                    visible.Add(id);
                    if (visible.Count > capacity)
                    {
                        visible.Remove(visible.Min);
                    }
                }

                for (var other = 0; other < Seats; other++)
                {
                    if (rings.Use(other))
                    {
                        Assert.Equal(models[other].Reverse(), Read(rings, other, long.MaxValue));
                        Assert.Equal(models[other].Where(held => held < 30).Reverse(), Read(rings, other, 30));
                    }
                }
            }
        });

    [Fact]
    public void Rings_that_were_not_read_lately_go_first_when_the_budget_is_spent()
    {
        var rings = new RingTable(10, budget: 8 * ChunkSlab.Ids);
        for (var seat = 0; seat < 10; seat++)
        {
            rings.Fill(seat, rings.Open(seat), [1], more: false);
        }

        rings.Evict();
        Assert.Equal(8, rings.Count);
        var left = Enumerable.Range(0, 10).Where(rings.Use).ToArray();
        rings.Evict(keep: left[0]);
        Assert.Equal(8, rings.Count);
        rings.Fill(11, rings.Open(11), [1], more: false);
        rings.Evict(keep: 11);
        Assert.True(rings.Use(11));
        Assert.Equal(8, rings.Count);
    }

    private static long[] Read(RingTable rings, int seat, long before)
    {
        var page = rings.Read(seat, before, NoBound, 200);
        Assert.NotEqual(RingRest.InRing, page.Behind);
        return page.Ids;
    }
}
