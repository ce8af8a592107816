using OrleansMixi.Plans;

namespace OrleansMixi.Profiles;

/// <summary>Whether a member's plan has a look of the own page: chosen once, it is shown as long as the plan lasts.</summary>
internal sealed class LookRights(Entitlements entitlements)
{
    /// <summary>The refusal of who has no such plan.</summary>
    public static MixiException Missing() => Errors.Forbidden("The look of the own page belongs to Premium.");

    public ValueTask<bool> Of(int member) => entitlements.HasPremium(member);
}
