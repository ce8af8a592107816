namespace OrleansMixi.Town;

/// <summary>
/// Who is whose friend, follows whom and is in which communities; the same for the same numbers. Some members are known to
/// many, and some communities are large: both by a power law.
/// </summary>
internal sealed class TownGraph
{
    private const int FriendsEach = 20, FollowsEach = 10, CommunitiesEach = 4;
    private const double Steepness = 2;
    private readonly HashSet<int>[] _friends, _follows, _communities;

    public TownGraph(int members, int communities)
    {
        (Members, Communities) = (members, communities);
        var random = new Random(5);
        _friends = Sets(members);
        _follows = Sets(members);
        _communities = Sets(members);
        for (var member = 0; member < members; member++)
        {
            for (var i = 0; i < FriendsEach / 2; i++)
            {
                if (Uneven(random, members) is var friend && friend != member)
                {
                    _friends[member].Add(friend);
                    _friends[friend].Add(member);
                }
            }

            for (var i = 0; i < FollowsEach; i++)
            {
                if (Uneven(random, members) is var followed && followed != member)
                {
                    _follows[member].Add(followed);
                }
            }

            for (var i = 0; i < CommunitiesEach; i++)
            {
                _communities[member].Add(Uneven(random, communities));
            }
        }

        // Whoever founds a community is in it.
        for (var community = 0; community < communities; community++)
        {
            _communities[Founder(community)].Add(community);
        }
    }

    public int Members { get; }

    public int Communities { get; }

    public IReadOnlySet<int> Friends(int member) => _friends[member];

    /// <summary>Those whom a member follows, friends apart.</summary>
    public IEnumerable<int> Follows(int member) => _follows[member].Except(_friends[member]);

    public IReadOnlySet<int> CommunitiesOf(int member) => _communities[member];

    public int Founder(int community) => community % Members;

    /// <summary>Whether a post stands in a member's home: of a friend, of somebody followed, of a community, or the own.</summary>
    public bool Reaches(TownPost post, int member) => post.Community >= 0
        ? post.Author == member || _communities[member].Contains(post.Community)
        : post.Author == member || _friends[member].Contains(post.Author) || _follows[member].Contains(post.Author);

    /// <summary>A number below a bound; low ones come more often.</summary>
    public static int Uneven(Random random, int bound) => (int)(bound * Math.Pow(random.NextDouble(), Steepness));

    private static HashSet<int>[] Sets(int count) => [.. Enumerable.Range(0, count).Select(_ => new HashSet<int>())];
}
