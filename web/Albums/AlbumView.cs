using OrleansMixi.Media;
using OrleansMixi.Posts;

namespace OrleansMixi.Albums;

/// <summary>An album as the caller may see it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Description">A few words, plain; may be empty.</param>
/// <param name="Audience">Who sees it.</param>
/// <param name="Count">How many pictures it has.</param>
/// <param name="Cover">The thumbnail that stands for it; null while it is empty.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Pictures">Its pictures in order; null in lists.</param>
public sealed record AlbumView(
    string Id, AuthorView Owner, string Title, string Description, string Audience, int Count, string? Cover, DateTimeOffset Created, IReadOnlyList<PictureView>? Pictures);
