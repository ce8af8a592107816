namespace OrleansMixi.Storage;

public sealed class GenerationCacheTests
{
    private readonly GenerationCache<int, string> _cache = new(10);

    [Fact]
    public void What_was_not_asked_for_goes_when_two_generations_have_filled_up()
    {
        for (var key = 0; key < 30; key++)
        {
            _cache.Set(key, "value");
            Assert.True(_cache.TryGet(0, out _));
        }

        Assert.False(_cache.TryGet(1, out _));
        Assert.True(_cache.TryGet(29, out _));
        Assert.InRange(Enumerable.Range(0, 30).Count(key => _cache.TryGet(key, out _)), 1, 20);
    }

    [Fact]
    public void Replacing_and_removing_make_nothing_old()
    {
        _cache.Set(0, "first");
        for (var turn = 0; turn < 100; turn++)
        {
            _cache.Set(1, $"{turn}");
            _cache.Set(2, "gone");
            _cache.Remove(2);
        }

        Assert.True(_cache.TryGet(0, out var kept));
        Assert.Equal("first", kept);
        Assert.True(_cache.TryGet(1, out var last));
        Assert.Equal("99", last);
        Assert.False(_cache.TryGet(2, out _));
    }
}
