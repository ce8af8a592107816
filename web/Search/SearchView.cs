using OrleansMixi.Posts;

namespace OrleansMixi.Search;

/// <summary>What was found, best first.</summary>
/// <param name="People">Members by handle or nickname.</param>
/// <param name="Communities">Communities by title or slug.</param>
public sealed record SearchView(IReadOnlyList<AuthorView> People, IReadOnlyList<PlaceView> Communities);
