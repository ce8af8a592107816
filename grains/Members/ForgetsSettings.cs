using OrleansMixi.Accounts;

namespace OrleansMixi.Members;

/// <summary>What a member's grain keeps goes when the member leaves.</summary>
internal sealed class ForgetsSettings(IGrainFactory grains) : IForgets
{
    public async Task<bool> Forget(int member, CancellationToken cancellationToken)
    {
        var grain = grains.GetGrain<IUserGrain>(member);
        if (await grain.Settings() != new MemberSettings())
        {
            await grain.ChangeSettings(new());
        }

        return true;
    }
}
