namespace OrleansMixi.Communities;

/// <summary>Who comes to the head of a community when its founder is gone.</summary>
internal static class Succession
{
    /// <summary>Whether the founder is gone: there is none, the account is, or nothing was written for too long.</summary>
    public static bool IsGone(int founder, bool suspended, DateTimeOffset? lastSeen, TimeSpan patience, DateTimeOffset now) =>
        founder == 0 || suspended || lastSeen is null || now - lastSeen >= patience;

    /// <summary>Whether somebody may take the head: a moderator; where there is none, any member.</summary>
    public static bool MayClaim(bool gone, bool member, bool moderator, bool anyModerator) => gone && member && (moderator || !anyModerator);

    /// <summary>Who follows a founder who leaves: the longest-serving moderator, else nobody.</summary>
    public static int Heir(int founder, IEnumerable<(int Member, CommunityRights Rights)> staff) =>
        staff.FirstOrDefault(one => one.Member != founder).Member;
}
