namespace OrleansMixi.Messages;

/// <summary>The stamps that can be sent: each is a picture of that name, with words for those who don't see it. One that was released is never taken away.</summary>
public static class Stamps
{
    /// <summary>Every stamp, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["hello", "thanks", "yes", "no", "love", "laugh", "cry", "sorry", "cheer", "tea", "on-the-way", "good-night"];
}
