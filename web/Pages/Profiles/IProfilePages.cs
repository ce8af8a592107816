using OrleansMixi.Profiles;

namespace OrleansMixi.Pages.Profiles;

/// <summary>What the pages about members read, as far as the viewer may see it.</summary>
public interface IProfilePages
{
    /// <summary>A member's profile.</summary>
    Task<ProfileView> Of(int viewer, string handle);

    /// <summary>The own profile.</summary>
    Task<OwnProfileView> Own(int member);

    /// <summary>Whether the member's plan has a look of the own page.</summary>
    Task<bool> MayLook(int member);
}
