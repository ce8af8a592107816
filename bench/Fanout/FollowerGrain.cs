namespace OrleansMixi.Fanout;

/// <summary>Keeps the newest 800 ids.</summary>
public sealed class FollowerGrain : Grain, IFollowerGrain
{
    private readonly long[] _ids = new long[800];
    private int _count;

    public Task Add(long id)
    {
        _ids[_count++ % _ids.Length] = id;
        return Task.CompletedTask;
    }
}
