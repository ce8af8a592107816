using System.Globalization;
using OrleansMixi.Log;
using OrleansMixi.Reactions;

namespace OrleansMixi.Posts;

/// <summary>The words of the API for forms and audiences.</summary>
public static class PostWords
{
    private const string Group = "group:";

    /// <summary>Who may comment, by its word; all if there is none.</summary>
    public static Commenting CommentingOf(string? word) => word switch
    {
        null or "all" => Commenting.All,
        "friends" => Commenting.Friends,
        "nobody" => Commenting.Nobody,
        _ => throw Errors.Invalid("comments", "'comments' is 'all', 'friends' or 'nobody'."),
    };

    /// <summary>The numbers of pictures; null if none were named.</summary>
    public static IReadOnlyList<long>? MediaOf(IReadOnlyList<string>? media) => media is null
        ? null
        : [.. media.Select(id => PostId.TryParse(id, out var number) ? number : throw Errors.Invalid("media", "'media' holds ids of uploads (POST /api/media), decimal numbers as text."))];

    /// <summary>The word of a reaction.</summary>
    public static string Of(Reaction reaction) => reaction.ToString().ToLowerInvariant();

    /// <summary>The reaction of a word.</summary>
    public static Reaction ReactionOf(string? word) => Enum.GetValues<Reaction>().FirstOrDefault(reaction => Of(reaction) == word) is var found && found != default
        ? found
        : throw Errors.Invalid("reaction", $"A reaction is one of {string.Join(", ", Enum.GetValues<Reaction>().Select(Of))}.");

    /// <summary>The word of a form.</summary>
    public static string Of(PostForm form) => form switch
    {
        PostForm.Voice => "voice",
        PostForm.News => "news",
        PostForm.Album => "album",
        PostForm.Comment => "comment",
        PostForm.Share => "share",
        PostForm.Friendship => "friendship",
        PostForm.Topic => "topic",
        PostForm.Event => "event",
        PostForm.Poll => "poll",
        _ => "diary",
    };

    /// <summary>The word of an audience.</summary>
    public static string Of(Audience audience) => audience switch
    {
        Audience.Everyone => "everyone",
        Audience.Friends => "friends",
        Audience.FriendsOfFriends => "friends-of-friends",
        Audience.Close => "close",
        Audience.Members => "members",
        Audience.Removed => "removed",
        > Audience.FirstGroup => "group",
        _ => "me",
    };

    /// <summary>The form of a word; voice if there is none.</summary>
    public static PostForm FormOf(string? word) => word switch
    {
        null or "voice" => PostForm.Voice,
        "news" => PostForm.News,
        "diary" => PostForm.Diary,
        _ => throw Errors.Invalid("kind", "'kind' is 'voice', 'news' or 'diary'."),
    };

    /// <summary>The audience of a word; null if there is none.</summary>
    public static Audience? AudienceOf(string? word) => word switch
    {
        null => null,
        "everyone" => Audience.Everyone,
        "friends" => Audience.Friends,
        "me" => Audience.Me,
        "friends-of-friends" => Audience.FriendsOfFriends,
        "close" => Audience.Close,
        "members" => Audience.Members,
        _ when word.StartsWith(Group, StringComparison.Ordinal) && int.TryParse(word.AsSpan(Group.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var group) && group is > 0 and <= Audiences.MaxGroup => Audiences.Group(group),
        _ => throw Errors.Invalid("audience", "'audience' is 'everyone', 'friends-of-friends', 'friends', 'close', 'group:<number>', 'members' (in a community) or 'me'."),
    };
}
