namespace OrleansMixi.Scale;

/// <summary>The line through costs of posts: so much for each post, so much for each of its deliveries.</summary>
/// <param name="PerPost">a, nanoseconds.</param>
/// <param name="PerDelivery">b, nanoseconds.</param>
internal sealed record CostFit(double PerPost, double PerDelivery)
{
    /// <summary>Least squares of the relative error, so that small posts count as much as large ones.</summary>
    public static CostFit Of(IReadOnlyCollection<(int Followers, double Cost)> points)
    {
        var (w, x, xx, y, xy) = (0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var (followers, cost) in points)
        {
            var weight = 1 / (cost * cost);
            w += weight;
            x += weight * followers;
            xx += weight * followers * followers;
            y += weight * cost;
            xy += weight * followers * cost;
        }

        var slope = ((w * xy) - (x * y)) / ((w * xx) - (x * x));
        return new((y - (slope * x)) / w, slope);
    }

    /// <summary>What a delivery of one post cost, its share of the post's own cost taken off.</summary>
    public double Delivery(int followers, double cost) => (cost - PerPost) / followers;
}
