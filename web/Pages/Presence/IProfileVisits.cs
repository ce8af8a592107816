using OrleansMixi.Presence;

namespace OrleansMixi.Pages.Presence;

/// <summary>What a page about a member tells and keeps beside its own matter: how lately the member was active, whether one may write, and the visit itself. Scoped.</summary>
public interface IProfileVisits
{
    /// <summary>How lately a member was active, as far as the viewer may know.</summary>
    ValueTask<PresenceLevel> Presence(int viewer, string handle);

    /// <summary>Whether the viewer may start writing to a member.</summary>
    ValueTask<bool> MayWrite(int viewer, string handle);

    /// <summary>The viewer looks at a member's profile, or diary entry.</summary>
    ValueTask Visit(int viewer, string handle, long post);
}
