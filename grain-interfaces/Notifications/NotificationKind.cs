namespace OrleansMixi.Notifications;

/// <summary>What a member is told of, each kind with a switch of its own. The numbers are stored, at most 62; never renumber.</summary>
public enum NotificationKind : byte
{
    /// <summary>Comments on a post of the member; the subject is the post.</summary>
    Comment = 1,

    /// <summary>Answers to a comment of the member; the subject is the comment.</summary>
    Answer = 2,

    /// <summary>The member's handle stands in a text; the subject is the post.</summary>
    Mention = 3,

    /// <summary>Reactions to a post of the member; the subject is the post.</summary>
    Reaction = 4,

    /// <summary>A post of the member was shared or quoted; the subject is the post.</summary>
    Share = 5,

    /// <summary>Somebody became a friend; the subject is that member.</summary>
    Friend = 6,

    /// <summary>Somebody follows; the subject is the day, so that those of one day share a row.</summary>
    Follow = 7,

    /// <summary>Somebody asks to be friends; the subject is that member.</summary>
    FriendRequest = 8,

    /// <summary>Somebody asks to follow; the subject is that member.</summary>
    FollowRequest = 9,

    /// <summary>Members ask to come into a community; the subject is the community.</summary>
    CommunityRequest = 10,

    /// <summary>The member was let into a community; the subject is the community.</summary>
    CommunityApproved = 11,

    /// <summary>The member is invited into a community; the subject is the community.</summary>
    CommunityInvitation = 12,

    /// <summary>A friend wrote an introduction that waits for approval; the subject is that friend.</summary>
    Introduction = 13,
}
