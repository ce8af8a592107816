namespace OrleansMixi.Hosting;

/// <summary>Waits for what tells nobody when it is done: asks again, with pauses that leave the processors to those at work on it.</summary>
internal static class Eventually
{
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Returns once the condition holds; fails if it never does.</summary>
    public static async Task Holds(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            Assert.False(patience.IsCancellationRequested, $"It does not hold after {Patience}.");
            await Task.Delay(Pause, CancellationToken.None);
        }
    }
}
