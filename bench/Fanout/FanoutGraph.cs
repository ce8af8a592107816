namespace OrleansMixi.Fanout;

/// <summary>
/// Who follows whom, without a list of it: author number a is followed by so many members of each shard, found by walking
/// the shard's members with a stride of the author's own. Followers by rank fall with a power law from the largest.
/// </summary>
internal sealed class FanoutGraph
{
    private readonly int[] _followers;
    private readonly int _shards;
    private readonly int _perShard;

    public FanoutGraph(int members, int shards, int authors, double average, int largest)
    {
        (_shards, _perShard) = (shards, members / shards);
        var (low, high) = (0.0, 3.0);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            var sum = 0.0;
            for (var rank = 1; rank <= authors; rank++)
            {
                sum += Math.Max(1, largest * Math.Pow(rank, -middle));
            }

            (low, high) = sum > average * authors ? (middle, high) : (low, middle);
        }

        _followers = [.. Enumerable.Range(1, authors).Select(rank => (int)Math.Max(1, largest * Math.Pow(rank, -high)))];
        Edges = _followers.Sum(count => (long)count);
    }

    public int Authors => _followers.Length;

    public int Members => _shards * _perShard;

    public long Edges { get; }

    public int Followers(int author) => _followers[author - 1];

    /// <summary>An author's followers in one shard, as member numbers.</summary>
    public IEnumerable<int> FollowersIn(int author, int shard)
    {
        var count = CountIn(author, shard);
        var (place, stride) = Walk(author);
        for (var i = 0; i < count; i++)
        {
            yield return Member(place, shard);
            place = (place + stride) % _perShard;
        }
    }

    public bool Follows(int member, int author)
    {
        var shard = member % _shards;
        var count = CountIn(author, shard);
        var (start, stride) = Walk(author);
        var steps = (long)((Index(member) - start + _perShard) % _perShard) * Inverse(stride, _perShard) % _perShard;
        return steps < count;
    }

    private int CountIn(int author, int shard) => (Followers(author) / _shards) + (shard < Followers(author) % _shards ? 1 : 0);

    // Members are numbered from 1, so shard 0 begins one round later.
    private int Member(int index, int shard) => ((index + (shard == 0 ? 1 : 0)) * _shards) + shard;

    private int Index(int member) => (member / _shards) - (member % _shards == 0 ? 1 : 0);

    private (int Start, int Stride) Walk(int author)
    {
        var random = new Random(author);
        var start = random.Next(_perShard);
        int stride;
        do
        {
            stride = random.Next(1, _perShard);
        }
        while (Gcd(stride, _perShard) != 1);

        return (start, stride);
    }

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);

    private static long Inverse(long value, long modulus)
    {
        var (old, rest, x, y) = (value, modulus, 1L, 0L);
        while (rest != 0)
        {
            var quotient = old / rest;
            (old, rest) = (rest, old - (quotient * rest));
            (x, y) = (y, x - (quotient * y));
        }

        return ((x % modulus) + modulus) % modulus;
    }
}
