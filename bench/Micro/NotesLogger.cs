using BenchmarkDotNet.Loggers;

namespace OrleansMixi.Micro;

/// <summary>Tells the summaries of the benchmarks where all notes go.</summary>
internal sealed class NotesLogger(TextWriter notes) : ILogger
{
    public string Id => nameof(NotesLogger);

    public int Priority => 0;

    public void Write(LogKind logKind, string text)
    {
        if (logKind is LogKind.Statistic or LogKind.Result or LogKind.Error)
        {
            notes.Write(text);
        }
    }

    public void WriteLine() => notes.WriteLine();

    public void WriteLine(LogKind logKind, string text) => Write(logKind, text + Environment.NewLine);

    public void Flush() => notes.Flush();
}
