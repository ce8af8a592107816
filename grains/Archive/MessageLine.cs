namespace OrleansMixi.Archive;

/// <summary>A line of a conversation, as the member sees it.</summary>
/// <param name="Type"><c>Note</c>, <c>Add</c> or <c>Leave</c>.</param>
/// <param name="Context">The conversation's id.</param>
/// <param name="Number">Its place there, from 1.</param>
/// <param name="Published">When.</param>
/// <param name="By">Who wrote or did it; absent for the member.</param>
/// <param name="Object">Who was added.</param>
/// <param name="Deleted">When it was taken back.</param>
/// <param name="Stamp">The stamp's name.</param>
/// <param name="Content">The words.</param>
internal sealed record MessageLine(
    string Type, string Context, int Number, string Published, string? By = null, string? Object = null, string? Deleted = null, string? Stamp = null, string? Content = null);
