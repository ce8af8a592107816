using OrleansMixi.Accounts;
using OrleansMixi.Log;

namespace OrleansMixi.Privacy;

/// <summary>Changes a member's privacy and tells all hosts.</summary>
internal sealed class PrivacyDesk(PrivacyStore store, AccessLog access, LogTail tail)
{
    /// <summary>A member's settings.</summary>
    public ValueTask<PrivacySettings> Of(int member) => store.Of(member);

    /// <summary>Changes the parts that are given; they hold when this returns.</summary>
    public async Task<PrivacySettings> Change(int member, PrivacyEdit edit)
    {
        var old = await store.Of(member);
        var settings = new PrivacySettings(edit.MessagesFrom ?? old.MessagesFrom, edit.Footprints ?? old.Footprints, edit.Presence ?? old.Presence, edit.Announce ?? old.Announce);
        await store.Keep(member, settings);
        await access.Changed(member);
        await tail.Settled(tail.Shape.QueueOf(member));
        return settings;
    }
}
