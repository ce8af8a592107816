namespace OrleansMixi.Communities;

/// <summary>The one place where communities ask what a founder's plan allows.</summary>
public sealed class FounderPlans(Func<int, ValueTask<bool>> hasPremium)
{
    /// <summary>Whether a member has Premium now.</summary>
    public ValueTask<bool> HasPremium(int member) => hasPremium(member);
}
