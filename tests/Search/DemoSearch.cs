namespace OrleansMixi.Search;

/// <summary>The search of a made-up town.</summary>
internal sealed class DemoSearch : ISearchPages
{
    public Task<SearchView?> Find(int viewer, string words, int limit) => Task.FromResult<SearchView?>(words == "nobody"
        ? new([], [])
        : new([new("ken_t", "けんたろう", false)], [new("bento", "community:bento", "今日のお弁当", "毎日のお弁当を見せ合う、のんびりしたコミュニティです。", 46_120)]));
}
