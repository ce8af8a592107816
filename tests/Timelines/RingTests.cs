using CsCheck;

namespace OrleansMixi.Timelines;

public sealed class RingTests
{
    [Fact]
    public void A_ring_holds_the_newest_ids_in_order_however_they_come() =>
        Gen.Select(Gen.Int[1, 40], Gen.Long[1, 60].Array[0, 200]).Sample((capacity, ids) =>
        {
            var ring = new Ring(capacity);
            var model = new SortedSet<long>();
            foreach (var id in ids)
            {
                ring.Add(id);
                model.Add(id);
                if (model.Count > capacity)
                {
                    model.Remove(model.Min);
                }

                Assert.Equal(model, Enumerable.Range(0, ring.Count).Select(place => ring[place]));
                Assert.Equal(model.Count(held => held < 30), ring.CountBelow(30));
            }
        });
}
