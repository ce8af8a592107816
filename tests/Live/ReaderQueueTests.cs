using CsCheck;

namespace OrleansMixi.Live;

public sealed class ReaderQueueTests
{
    private const int Capacity = 10;

    [Fact]
    public void Everything_is_taken_in_order_or_counted_in_a_gap_and_the_vector_is_the_newest() =>
        Gen.Int[-2, 6].Array[1, 60].Sample(steps =>
        {
            var queue = new ReaderQueue(Capacity);
            var (added, taken, gapped, last) = (0L, 0L, 0L, 0L);
            foreach (var step in steps)
            {
                if (step > 0)
                {
                    var items = Enumerable.Range(0, step).Select(_ => new LiveItem(++added, null, [])).ToList();
                    gapped += queue.Add(items, [added]);
                }
                else if (step == -2)
                {
                    gapped += queue.Reset([added]);
                    Assert.True(queue.Take()!.Value.Reset);
                }
                else if (queue.Take() is { } waiting)
                {
                    Assert.True(waiting.Gap == 0 || waiting.Items.Count == 0);
                    Assert.True(waiting.Items.Count <= Capacity);
                    Assert.All(waiting.Items, item => Assert.True(item.Id > last));
                    Assert.Equal(added, waiting.Vector[0]);
                    last = waiting.Items.Count > 0 ? waiting.Items[^1].Id : last;
                    taken += waiting.Items.Count;
                }
            }

            Assert.Equal(added, taken + gapped + queue.Posts);
        });
}
