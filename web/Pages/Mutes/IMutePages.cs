using OrleansMixi.Mutes;

namespace OrleansMixi.Pages.Mutes;

/// <summary>What the page of the mutes reads; all of it is only for the member who asks.</summary>
public interface IMutePages
{
    /// <summary>What a member muted and hid, the newest first.</summary>
    Task<IReadOnlyList<MuteRow>> Of(int member);

    /// <summary>What a mute would have hidden; refuses what can't be muted.</summary>
    Task<MutePreview> Preview(int member, MuteRequest request);
}
