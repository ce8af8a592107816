using OrleansMixi.Plans;

namespace OrleansMixi.Profiles;

/// <summary>Whether a member's plan has a look of the own page: chosen once, it is shown as long as the plan lasts.</summary>
internal sealed class LookRights(Entitlements entitlements)
{
    public ValueTask<bool> Of(int member) => entitlements.HasPremium(member);
}
