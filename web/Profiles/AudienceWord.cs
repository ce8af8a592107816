using OrleansMixi.Posts;

namespace OrleansMixi.Profiles;

/// <summary>Audiences of fields, in the words that posts use.</summary>
internal static class AudienceWord
{
    /// <summary>The word as its owner reads it, with the number of a friend group.</summary>
    public static string Of(Audience audience) =>
        audience > Audience.FirstGroup ? $"group:{Audiences.GroupOf(audience)}" : PostWords.Of(audience);

    /// <summary>The audience of a word; null for none. A profile stands in no community, so it has no members.</summary>
    public static Audience? Read(string? word) => PostWords.AudienceOf(word) is not Audience.Members and var audience
        ? audience
        : throw Errors.Invalid("audience", "'audience' is 'everyone', 'friends-of-friends', 'friends', 'close', 'group:<number>' or 'me'.");
}
