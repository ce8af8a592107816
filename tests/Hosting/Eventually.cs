namespace OrleansMixi.Hosting;

/// <summary>Waits for what tells nobody when it is done: asks again, with pauses that leave the processors to those at work on it.</summary>
internal static class Eventually
{
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Returns once the condition holds; fails if it never does, with what <paramref name="else"/> tells.</summary>
    public static Task Holds(Func<Task<bool>> condition, Func<string>? @else = null) => Finds(async () => await condition() ? "" : null, @else);

    /// <summary>Answers what is found once it is there; fails if it never is.</summary>
    public static async Task<T> Finds<T>(Func<Task<T?>> look, Func<string>? @else = null)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            Assert.False(patience.IsCancellationRequested, @else?.Invoke() ?? $"It does not hold after {Patience}.");
            await Task.Delay(Pause, CancellationToken.None);
        }
    }
}
