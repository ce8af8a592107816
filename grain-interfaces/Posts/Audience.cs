namespace OrleansMixi.Posts;

/// <summary>Who may see a post. The numbers are stored; never renumber.</summary>
public enum Audience : byte
{
    Everyone = 1,
    Friends = 2,
    Me = 3,

    /// <summary>The author's friends and their friends.</summary>
    FriendsOfFriends = 4,

    /// <summary>The author's close friends, the friend group number 0.</summary>
    Close = 5,

    /// <summary>Members of the community that the post is in.</summary>
    Members = 6,

    /// <summary>The author's friend group number 0; those that the author made follow from 17 to 255, see <see cref="Audiences"/>.</summary>
    FirstGroup = 16,
}
