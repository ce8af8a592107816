using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>One thing that staff did.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Action">What.</param>
/// <param name="Subject">To whom.</param>
/// <param name="Post">To which post.</param>
/// <param name="Reason">Why.</param>
/// <param name="Changes">What changed.</param>
/// <param name="Undoes">The entry that it undid.</param>
/// <param name="Undone">Whether it was undone.</param>
public sealed record DeedView(
    string Number, DateTimeOffset At, AuthorView? Actor, string Action, AuthorView? Subject, string? Post, string? Reason, IReadOnlyList<DeedChange> Changes, string? Undoes, bool Undone);
