namespace OrleansMixi.Storage;

/// <summary>A lock between processes on one machine: whoever holds the file open alone has it; the system frees it with the process.</summary>
internal sealed class FileLock(FileStream stream) : IAsyncDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(50);

    public static async Task<FileLock> Take(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new(new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Retry, cancellationToken);
            }
        }
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
