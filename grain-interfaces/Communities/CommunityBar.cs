namespace OrleansMixi.Communities;

/// <summary>A member is kept out of a community.</summary>
/// <param name="Member">Who.</param>
/// <param name="Until">Unix milliseconds; 0 is without end.</param>
/// <param name="Reason">Why, in words that the member reads.</param>
/// <param name="By">Who of the staff did it.</param>
/// <param name="At">When, Unix milliseconds.</param>
[GenerateSerializer, Immutable, Alias("mixi.CommunityBar")]
public sealed record CommunityBar(
    [property: Id(0)] int Member, [property: Id(1)] long Until, [property: Id(2)] string Reason, [property: Id(3)] int By, [property: Id(4)] long At)
{
    /// <summary>The longest reason, in text elements.</summary>
    public const int MaxReason = 300;

    /// <summary>Whether it still holds.</summary>
    public bool Holds(DateTimeOffset now) => Until == 0 || Until > now.ToUnixTimeMilliseconds();
}
