namespace OrleansMixi.Communities;

/// <summary>What those who may know of a community know of it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Slug">Its name in addresses; never changes.</param>
/// <param name="Title">Its title, in any script.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Joining">How one becomes a member.</param>
/// <param name="Founder">The member at its head; 0 while nobody is.</param>
/// <param name="Category">One of <see cref="CommunityCategory.All"/>.</param>
/// <param name="Openness">Who may read it, and who may know of it.</param>
/// <param name="Posting">Who may begin topics and announce events.</param>
[GenerateSerializer, Immutable, Alias("mixi.CommunityProfile")]
public sealed record CommunityProfile(
    [property: Id(0)] int Number,
    [property: Id(1)] string Slug,
    [property: Id(2)] string Title,
    [property: Id(3)] string Description,
    [property: Id(4)] Joining Joining,
    [property: Id(5)] int Founder,
    [property: Id(6)] string Category = CommunityCategory.Other,
    [property: Id(7)] Openness Openness = Openness.Public,
    [property: Id(8)] Posting Posting = Posting.Members);
