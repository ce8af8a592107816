namespace OrleansMixi.Hosting;

/// <summary>Keeps one line of text and reminders.</summary>
public interface INoteGrain : IGrainWithStringKey
{
    Task Write(string text);

    Task<string?> Read();

    Task RemindMe(string reminder, TimeSpan period);

    Task<IReadOnlyList<string>> Reminders();

    Task Forget(string reminder);
}
