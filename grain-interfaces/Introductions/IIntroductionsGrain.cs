namespace OrleansMixi.Introductions;

/// <summary>
/// What friends wrote about one member to introduce this person. Key: the number of the member that it is about. A text is
/// shown after the member has approved it, as long as both are friends; either of them may take it away.
/// </summary>
[Alias("mixi.IIntroductionsGrain")]
public interface IIntroductionsGrain : IGrainWithIntegerKey
{
    /// <summary>Keeps a friend's text; a new text of the same friend replaces the old one and waits for approval again. On behalf of the friend.</summary>
    [Alias("Write")]
    Task Write(int author, string text);

    /// <summary>Shows a text from now on, as it was written at a moment (Unix milliseconds; 0 for whatever stands there): nobody approves what was changed meanwhile. Idempotent; on behalf of the member.</summary>
    [Alias("Approve")]
    Task Approve(int author, long written);

    /// <summary>Takes a text away, on behalf of <paramref name="actor"/>: the member or the friend. Idempotent.</summary>
    [Alias("Remove")]
    Task Remove(int author, int actor);
}
