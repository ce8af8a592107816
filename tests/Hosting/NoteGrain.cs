using OrleansMixi.Storage;

namespace OrleansMixi.Hosting;

/// <summary>A grain with state and reminders.</summary>
internal sealed class NoteGrain([PersistentState(NoteGrain.State, GrainStorageHosting.Mixi)] IPersistentState<NoteState> note) : Grain, INoteGrain, IRemindable
{
    public const string State = "note";

    public Task Write(string text)
    {
        note.State = new() { Text = text };
        return note.WriteStateAsync();
    }

    public Task<string?> Read() => Task.FromResult(note.State.Text);

    public Task RemindMe(string reminder, TimeSpan period) => this.RegisterOrUpdateReminder(reminder, period, period);

    public async Task<IReadOnlyList<string>> Reminders() => [.. (await this.GetReminders()).Select(reminder => reminder.ReminderName)];

    public async Task Forget(string reminder) => await this.UnregisterReminder((await this.GetReminder(reminder))!);

    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;
}
