namespace OrleansMixi.Communities;

/// <summary>A change of a community's settings; absent parts stay.</summary>
public sealed record ChangeRequest(
    string? Title = null, string? Description = null, string? Category = null, string? Visibility = null, string? Joining = null, string? Posting = null)
{
    /// <summary>The change it stands for; refuses unknown words.</summary>
    internal CommunityChange ToChange() => new(
        Title, Description, Category, CommunityWords.OpennessOf(Visibility), CommunityWords.JoiningOf(Joining), CommunityWords.PostingOf(Posting));
}
