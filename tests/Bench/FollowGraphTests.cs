
namespace OrleansMixi.Hammer;

public sealed class FollowGraphTests
{
    [Fact]
    public void The_same_seed_makes_the_same_graph_and_another_seed_another()
    {
        Assert.Equal(Pairs(seed: 1), Pairs(seed: 1));
        Assert.NotEqual(Pairs(seed: 1), Pairs(seed: 2));
    }

    [Fact]
    public void Nobody_follows_twice_or_themselves_and_the_mean_is_kept()
    {
        var pairs = Pairs(seed: 1);

        Assert.Equal(pairs.Length, pairs.Distinct().Count());
        Assert.DoesNotContain(pairs, pair => pair.Follower == pair.Followee);
        Assert.InRange(pairs.Length, 1_990, 2_010);
    }

    [Fact]
    public void A_few_members_are_followed_by_many()
    {
        var followers = Pairs(seed: 1).CountBy(pair => pair.Followee).Select(count => count.Value).OrderDescending().ToArray();

        Assert.True(followers[0] > 90, $"{followers[0]} followers");
        Assert.True(followers[followers.Length / 2] <= 20, $"{followers[followers.Length / 2]} followers");
    }

    [Fact]
    public void More_followers_than_members_are_capped_at_everybody_else() =>
        Assert.Equal(4 * 3, new FollowGraph(4, 100, 1, 1).Edges);

    private static (int Follower, int Followee)[] Pairs(int seed)
    {
        var graph = new FollowGraph(100, 20, 1, seed);
        return [.. Enumerable.Range(0, 100).SelectMany(member => graph.Followees(member).Select(followee => (member, followee)))];
    }
}
