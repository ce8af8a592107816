using OrleansMixi.Communities;
using OrleansMixi.Members;

namespace OrleansMixi.Pages.Communities;

/// <summary>Opens a community for what a member does by a form.</summary>
internal sealed class RoomWork(
    ViewerStore viewers, CommunityReader reader, CommunityDoor door, CommunityCall call, People people, PersonaDesk personas, BoardWriter boards, IGrainFactory grains, TimeProvider time)
{
    /// <summary>The community, if the member may know of it.</summary>
    public async Task<RoomDeeds> In(int member, string slug) =>
        new(member, await reader.Known(await viewers.Find(member), slug), door, call, people, personas, boards, grains, time);
}
