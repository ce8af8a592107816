using System.Globalization;
using OrleansMixi.Posts;
using OrleansMixi.Reactions;

namespace OrleansMixi.Archive;

/// <summary>The words of archives for what is a number inside.</summary>
internal static class ArchiveWords
{
    private const string Group = "group:";

    private static readonly Dictionary<Audience, string> Names = new()
    {
        [Posts.Audience.Everyone] = "everyone", [Posts.Audience.FriendsOfFriends] = "friends-of-friends", [Posts.Audience.Friends] = "friends",
        [Posts.Audience.Close] = "close", [Posts.Audience.Members] = "members", [Posts.Audience.Me] = "me", [Posts.Audience.Removed] = "removed",
    };

    public static string Of(PostForm form) => form.ToString().ToLowerInvariant();

    public static PostForm Form(string word) => Named<PostForm>("kind", word);

    public static string Of(Reaction reaction) => reaction.ToString().ToLowerInvariant();

    public static Reaction Reaction(string word) => Named<Reaction>("reaction", word);

    public static string? Of(Commenting commenting) => commenting == Posts.Commenting.All ? null : commenting.ToString().ToLowerInvariant();

    public static Commenting Commenting(string? word) => word is null ? Posts.Commenting.All : Named<Commenting>("comments", word);

    public static string Of(Audience audience) =>
        Names.TryGetValue(audience, out var name) ? name : Group + Audiences.GroupOf(audience).ToString(CultureInfo.InvariantCulture);

    public static Audience Audience(string word)
    {
        if (Names.FirstOrDefault(pair => pair.Value == word) is { Value: not null } found)
        {
            return found.Key;
        }

        return word.StartsWith(Group, StringComparison.Ordinal) && int.TryParse(word.AsSpan(Group.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var group) && group is > 0 and <= Audiences.MaxGroup
            ? Audiences.Group(group)
            : throw Errors.Invalid("audience", "'audience' is none that is known.");
    }

    private static T Named<T>(string field, string word)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => string.Equals(value.ToString().ToLowerInvariant(), word, StringComparison.Ordinal)).Select(value => (T?)value).FirstOrDefault()
        ?? throw Errors.Invalid(field, $"'{field}' is none that is known.");
}
