namespace OrleansMixi.Search;

/// <summary>What the search page reads.</summary>
public interface ISearchPages
{
    /// <summary>What a viewer (0: not signed in) finds, at most <paramref name="limit"/> of each kind; null for who may not read here.</summary>
    Task<SearchView?> Find(int viewer, string words, int limit);
}
