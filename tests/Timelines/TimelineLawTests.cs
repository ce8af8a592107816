using CsCheck;
using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Timelines;

/// <summary>The law: an active timeline equals a rebuild from log and edges at the same vector, after any interleaving.</summary>
public sealed class TimelineLawTests
{
    private const int Members = 4;
    private const int Queues = 3;
    private const int Kept = 6;
    private static readonly LogShape Shape = new(1, Queues, 1);

    [Fact]
    public void A_ring_equals_a_rebuild_after_any_interleaving() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[1, Members], Gen.Int[0, 7], Gen.Int[0, 1_000]).Array[1, 160].Sample(steps => Run(steps, heavy: 100), iter: 3_000);

    [Fact]
    public void A_ring_equals_a_rebuild_when_topics_with_many_followers_are_merged_as_they_are_read() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[1, Members], Gen.Int[0, 7], Gen.Int[0, 1_000]).Array[1, 160].Sample(steps => Run(steps, heavy: 2), iter: 3_000);

    private static void Run((int What, int Member, int Topic, int Random)[] steps, int heavy)
    {
        var town = new Town(heavy);
        foreach (var (what, member, topic, random) in steps)
        {
            switch (what)
            {
                case <= 3:
                    town.Write(random % Queues, new(0, Town.Topic(topic), 0, member, member, ActivityKind.Post, Audience.Everyone,
                        random % 7 == 0 ? ActivityFlags.Silent : ActivityFlags.None, EdgeKind.None), random);
                    break;
                case 4 or 5:
                    town.Write(Shape.QueueOf(member), new(0, Town.Topic(topic), 0, member, member, ActivityKind.Edge, Audience.Everyone,
                        ActivityFlags.None, what == 4 ? EdgeKind.Follow : EdgeKind.None), random);
                    break;
                case 6:
                    town.BeginBuild(member);
                    break;
                case 7:
                    town.EndBuild(member);
                    break;
                case 8:
                    town.Book.Close(member);
                    break;
                default:
                    town.Repeat(random);
                    break;
            }

            town.Check();
        }
    }

    private sealed class Town(int heavy)
    {
        private readonly List<ActivityHeader> _log = [];
        private readonly List<LogBatch> _batches = [];
        private readonly Dictionary<int, (int Opening, long[] History)> _builds = [];
        private long _head = 1;

        public TimelineBook Book { get; } = new(Shape, 0, new(), new() { RingCapacity = Kept, RingBudget = 1_000, HeavyFollowers = heavy });

        public static long Topic(int number) => number < Members ? Posts.Topic.User(number + 1).Value : Posts.Topic.News(number).Value;

        public void Write(int queue, ActivityHeader entry, int random)
        {
            // Ids of different queues arrive out of order: a queue may lag behind by some milliseconds.
            _head += 1L << 14;
            var from = Book.Position(queue);
            var head = Math.Max(PostId.Head(from) + 1, _head - ((long)(random % 4) << 15));
            var written = entry with { Id = PostId.Compose(head, queue) };
            Assert.Equal(LinkFit.Hole, Book.Apply(new(queue, written.Id, written.Id + 1, [])));
            var batch = new LogBatch(queue, from, written.Id, [written]);
            Assert.Equal(LinkFit.Applied, Book.Apply(batch));
            _log.Add(written);
            _batches.Add(batch);
        }

        public void Repeat(int random)
        {
            if (_batches.Count > 0)
            {
                Assert.Equal(LinkFit.Old, Book.Apply(_batches[random % _batches.Count]));
            }
        }

        public void BeginBuild(int member)
        {
            if (!Book.IsActive(member))
            {
                _builds[member] = (Book.Open(member), [.. Rebuild(member).Take(Kept)]);
            }
        }

        public void EndBuild(int member)
        {
            if (_builds.Remove(member, out var build))
            {
                Book.Fill(member, build.Opening, build.History, build.History.Length == Kept);
            }
        }

        public void Check()
        {
            for (var member = 1; member <= Members; member++)
            {
                if (Book.IsActive(member))
                {
                    // At least so many, and never anything left out between.
                    var wanted = Rebuild(member).ToArray();
                    var (ids, behind) = Book.Read(member, long.MaxValue, Book.Vector, 100);
                    Assert.Equal(wanted.Take(Math.Max(Math.Min(Kept, wanted.Length), ids.Length)), ids);
                    Assert.True(behind == RingRest.InHistory || wanted.Length == ids.Length);
                    Assert.Equal(wanted.Take(Math.Min(2, ids.Length)), Book.Read(member, long.MaxValue, Book.Vector, 2).Ids);
                }
            }

            Assert.Equal(Book.Books.Followers, Book.Books.Appended + Book.Books.Merged + Book.Books.Cold);
        }

        private IEnumerable<long> Rebuild(int member)
        {
            var follows = new HashSet<long>();
            foreach (var entry in _log.Where(entry => entry.Kind == ActivityKind.Edge && entry.Author == member).OrderBy(entry => entry.Id))
            {
                _ = entry.Edge == EdgeKind.Follow ? follows.Add(entry.Topic) : follows.Remove(entry.Topic);
            }

            return _log.Where(entry => entry.IsTimelinePost && (follows.Contains(entry.Topic) || entry.Author == member))
                .Select(entry => entry.Id).OrderDescending();
        }
    }
}
