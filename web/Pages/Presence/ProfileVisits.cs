using OrleansMixi.Footprints;
using OrleansMixi.Members;
using OrleansMixi.Presence;
using OrleansMixi.Privacy;

namespace OrleansMixi.Pages.Presence;

/// <summary>Visits in the real town.</summary>
internal sealed class ProfileVisits(PresencePages presence, FootprintBook footprints, PrivacyStore privacy, ViewerStore viewers, AuthorStore authors) : IProfileVisits
{
    public ValueTask<PresenceLevel> Presence(int viewer, string handle) => presence.Of(viewer, handle);

    public async ValueTask<bool> MayWrite(int viewer, string handle)
    {
        var seen = await viewers.Find(viewer);
        return await authors.Find(handle) is { Suspended: false } author && author.Number != viewer && !seen.Blocks.Contains(author.Number)
            && (seen.Friends.Contains(author.Number) || (await privacy.Of(author.Number)).MessagesFrom == MessagesFrom.Everyone);
    }

    public async ValueTask Visit(int viewer, string handle, long post)
    {
        if (await authors.Find(handle) is { } author)
        {
            await footprints.Visit(await viewers.Find(viewer), author.Number, post);
        }
    }
}
