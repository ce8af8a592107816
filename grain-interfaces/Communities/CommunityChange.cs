namespace OrleansMixi.Communities;

/// <summary>A change of a community's settings; null leaves a part as it is.</summary>
[GenerateSerializer, Immutable, Alias("mixi.CommunityChange")]
public sealed record CommunityChange(
    [property: Id(0)] string? Title = null,
    [property: Id(1)] string? Description = null,
    [property: Id(2)] string? Category = null,
    [property: Id(3)] Openness? Openness = null,
    [property: Id(4)] Joining? Joining = null,
    [property: Id(5)] Posting? Posting = null)
{
    /// <summary>The longest title, in text elements.</summary>
    public const int MaxTitle = 100;

    /// <summary>The longest description, in text elements.</summary>
    public const int MaxDescription = 1_000;

    /// <summary>Throws unless everything is within its bounds.</summary>
    public void Check()
    {
        Posts.PostRules.Text("title", Title, MaxTitle);
        Posts.PostRules.Text("description", Description, MaxDescription);
        if (Title is not null && Title.Trim().Length == 0)
        {
            throw Errors.Invalid("title", "'title' is empty; give the community a name.");
        }

        if (Category is not null)
        {
            CommunityCategory.Read(Category);
        }
    }

    /// <summary>The profile after the change.</summary>
    public CommunityProfile Of(CommunityProfile profile) => profile with
    {
        Title = Title?.Trim() ?? profile.Title,
        Description = Description?.Trim() ?? profile.Description,
        Category = Category ?? profile.Category,
        Openness = Openness ?? profile.Openness,
        Joining = Joining ?? profile.Joining,
        Posting = Posting ?? profile.Posting,
    };

    /// <summary>The change that brings a profile to where another stands.</summary>
    public static CommunityChange To(CommunityProfile profile) =>
        new(profile.Title, profile.Description, profile.Category, profile.Openness, profile.Joining, profile.Posting);
}
