namespace OrleansMixi.Plans;

/// <summary>What a member's plan allows.</summary>
public sealed class Entitlements
{
    /// <summary>Whether a member has Premium now.</summary>
#pragma warning disable CA1822
    public ValueTask<bool> HasPremium(int member) => ValueTask.FromResult(false);
}
