using CsCheck;
using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Live;

public sealed class ReaderQueueTests
{
    private static readonly EncodedPost Written = new(
        new(new(1, 1, 0, 1, 1, ActivityKind.Post, Audience.Everyone, ActivityFlags.None, EdgeKind.None), new(PostForm.Voice, null, "x", null, null), 0, 0),
        new("1", new("taro", "taro", false), "user:taro", "voice", null, "x", "everyone", null, null, DateTimeOffset.UnixEpoch, null));

    private const int Capacity = 10;

    [Fact]
    public void Everything_is_taken_in_order_or_counted_in_a_gap_and_the_position_is_the_newest_committed() =>
        Gen.Int[-3, 6].Array[1, 60].Sample(steps =>
        {
            var queue = new ReaderQueue(Capacity);
            var (added, committed, taken, gapped, last) = (0L, 0L, 0L, 0L, 0L);
            foreach (var step in steps)
            {
                if (step > 0)
                {
                    queue.Stage([.. Enumerable.Range(0, step).Select(_ => new LiveItem(++added, Written, []))]);
                }
                else if (step == -1)
                {
                    committed = added;
                    gapped += queue.Commit(At(added));
                }
                else if (step == -2)
                {
                    committed = added;
                    gapped += queue.Reset(At(added));
                    Assert.True(queue.TryTake(out var reset) && reset.Reset);
                }
                else if (queue.TryTake(out var frame))
                {
                    Assert.True(frame.Gap == 0 || frame.Items.Count == 0);
                    Assert.True(frame.Items.Count <= Capacity);
                    Assert.All(frame.Items, item => Assert.True(item.Id > last));
                    Assert.Equal(committed, frame.Position.Vector[0]);
                    last = frame.Items.Count > 0 ? frame.Items[^1].Id : last;
                    Assert.True(last <= committed);
                    taken += frame.Items.Count;
                    ReaderQueue.Return(frame);
                }
            }

            gapped += queue.Clear();
            Assert.Equal(added, taken + gapped);
        });

    [Fact]
    public void A_commit_never_takes_a_reader_back()
    {
        var queue = new ReaderQueue(Capacity);
        queue.Commit(new(1, [5, 9]));
        queue.Commit(new(1, [7, 3]));
        Assert.Equal([7, 9], queue.Position!.Vector);
    }

    private static LivePosition At(long id) => new(1, [id]);
}
