using OrleansMixi.Presence;

namespace OrleansMixi.Pages;

/// <summary>Everybody was here today, and whoever is no stranger may be written to.</summary>
internal sealed class QuietVisits : Presence.IProfileVisits
{
    public ValueTask<PresenceLevel> Presence(int viewer, string handle) => ValueTask.FromResult(PresenceLevel.Today);

    public ValueTask<bool> MayWrite(int viewer, string handle) => ValueTask.FromResult(true);

    public ValueTask Visit(int viewer, string handle, long post) => ValueTask.CompletedTask;
}
