namespace OrleansMixi.Search;

/// <summary>A community that was found.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Topic">Its topic.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">How its description begins.</param>
/// <param name="Members">How many members it has.</param>
public sealed record PlaceView(string Slug, string Topic, string Title, string Description, int Members);
