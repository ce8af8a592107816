using OrleansMixi.Profiles;

namespace OrleansMixi.Members;

/// <summary>A member as the caller may see one.</summary>
/// <param name="Handle">The handle.</param>
/// <param name="Topic">The member's topic.</param>
/// <param name="Nickname">The name to show.</param>
/// <param name="Bot">Whether this is a bot.</param>
/// <param name="Introduction">A few words.</param>
/// <param name="Followers">How many follow.</param>
/// <param name="Following">Whether the caller follows.</param>
/// <param name="Friend">Whether the caller is a friend.</param>
/// <param name="FollowRequested">Whether the caller asked to follow and waits.</param>
/// <param name="Profile">The profile.</param>
public sealed record MemberView(string Handle, string Topic, string Nickname, bool Bot, string Introduction, int Followers, bool Following, bool Friend, bool FollowRequested, ProfileView Profile);
