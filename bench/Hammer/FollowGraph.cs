namespace OrleansMixi.Hammer;

/// <summary>
/// Who follows whom: the same for the same numbers. The member of popularity rank r has followers in proportion to
/// 1 / r^exponent, all different, drawn evenly from the others.
/// </summary>
internal sealed class FollowGraph
{
    private readonly List<int>[] _followees;

    /// <param name="members">How many members.</param>
    /// <param name="mean">Followers of a member, on average.</param>
    /// <param name="exponent">Zipf's exponent; 0 makes all equally popular.</param>
    /// <param name="seed">Another seed, another graph.</param>
    public FollowGraph(int members, double mean, double exponent, int seed)
    {
        var random = new Random(seed);
        var ranked = Enumerable.Range(0, members).ToArray();
        var drawn = Enumerable.Range(0, members).ToArray();
        random.Shuffle(ranked);
        _followees = [.. ranked.Select(_ => new List<int>())];
        var followers = Followers(members, mean, exponent);
        for (var rank = 0; rank < members; rank++)
        {
            foreach (var follower in Draw(random, drawn, followers[rank], except: ranked[rank]))
            {
                _followees[follower].Add(ranked[rank]);
            }
        }
    }

    /// <summary>All edges of the graph.</summary>
    public int Edges => _followees.Sum(list => list.Count);

    /// <summary>Those a member follows.</summary>
    public IReadOnlyList<int> Followees(int member) => _followees[member];

    /// <summary>Those whose posts belong in a member's home.</summary>
    public IReadOnlySet<int> Home(int member) => _followees[member].Append(member).ToHashSet();

    // What the cap of a rank cannot take goes to the ranks after it, so that the sum is kept.
    private static int[] Followers(int members, double mean, double exponent)
    {
        var weights = Enumerable.Range(1, members).Select(rank => Math.Pow(rank, -exponent)).ToArray();
        var (edges, weight) = (members * mean, weights.Sum());
        var followers = new int[members];
        for (var rank = 0; rank < members; rank++)
        {
            followers[rank] = (int)Math.Clamp(Math.Round(edges * weights[rank] / weight), 0, members - 1);
            edges = Math.Max(0, edges - followers[rank]);
            weight = Math.Max(double.Epsilon, weight - weights[rank]);
        }

        return followers;
    }

    // A partial Fisher-Yates shuffle, which may start from any permutation.
    private static IEnumerable<int> Draw(Random random, int[] members, int count, int except)
    {
        for (var (taken, i) = (0, 0); taken < count; i++)
        {
            var other = random.Next(i, members.Length);
            (members[i], members[other]) = (members[other], members[i]);
            if (members[i] != except)
            {
                taken++;
                yield return members[i];
            }
        }
    }
}
