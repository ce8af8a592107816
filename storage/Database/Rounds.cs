namespace OrleansMixi.Storage;

/// <summary>A worker's turns: at least every so often, and at once when somebody knocks. Knocks that come meanwhile become one.</summary>
public sealed class Rounds(TimeSpan period, TimeProvider time)
{
    private TaskCompletionSource _knocked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Asks for a turn now.</summary>
    public void Knock() => Volatile.Read(ref _knocked).TrySetResult();

    /// <summary>Completes when the next turn is due.</summary>
    public async Task Next(CancellationToken cancellationToken)
    {
        await Task.WhenAny(Volatile.Read(ref _knocked).Task, Task.Delay(period, time, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        if (_knocked.Task.IsCompleted)
        {
            Volatile.Write(ref _knocked, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }
    }
}
