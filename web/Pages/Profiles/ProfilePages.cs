using OrleansMixi.Members;
using OrleansMixi.Profiles;

namespace OrleansMixi.Pages.Profiles;

/// <summary>What the pages about members read, from the same parts as the API.</summary>
internal sealed class ProfilePages(ProfileReader reader, ProfileDesk desk, LookRights rights, ViewerStore viewers, AuthorStore authors) : IProfilePages
{
    public async Task<ProfileView> Of(int viewer, string handle) =>
        await authors.Find(handle) is { } author ? await reader.Of(await viewers.Find(viewer), author.Number) : ProfileView.Empty;

    public Task<OwnProfileView> Own(int member) => desk.Of(member);

    public async Task<bool> MayLook(int member) => await rights.Of(member);
}
