namespace OrleansMixi.Log;

/// <summary>SQLite has no word between processes; a quick poll stands in.</summary>
internal sealed class NoDoorbell : IDoorbell
{
    public void Ring(int queue)
    {
    }

    public Task Listen(Action<int> rung, CancellationToken cancellationToken) => Task.CompletedTask;
}
