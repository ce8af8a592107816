namespace OrleansMixi.Notifications;

/// <summary>What the kinds of notifications have in common.</summary>
public static class NotificationKinds
{
    /// <summary>All of them, in the order of the settings page.</summary>
    public static IReadOnlyList<NotificationKind> All { get; } = Enum.GetValues<NotificationKind>();

    /// <summary>Whether the subject is a post.</summary>
    public static bool IsAboutPost(this NotificationKind kind) => kind <= NotificationKind.Share;

    /// <summary>Whether the subject is a community.</summary>
    public static bool IsAboutCommunity(this NotificationKind kind) => kind is NotificationKind.CommunityRequest or NotificationKind.CommunityApproved or NotificationKind.CommunityInvitation;

    /// <summary>Whether somebody who does it again is told of again: who comments twice says two things, who reacts twice does not.</summary>
    public static bool Repeats(this NotificationKind kind) => kind is NotificationKind.Comment or NotificationKind.Answer or NotificationKind.Share;

    /// <summary>The kind's bit in a set of kinds.</summary>
    public static long Bit(this NotificationKind kind) => 1L << (int)kind;
}
