namespace OrleansMixi.Posts;

/// <summary>The words of the API for forms and audiences.</summary>
public static class PostWords
{
    /// <summary>The word of a form.</summary>
    public static string Of(PostForm form) => form switch
    {
        PostForm.Voice => "voice",
        PostForm.News => "news",
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
        _ => throw Errors.Invalid("audience", "'audience' is 'everyone', 'friends' or 'me'."),
    };
}
