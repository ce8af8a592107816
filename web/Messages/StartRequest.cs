namespace OrleansMixi.Messages;

/// <summary>A conversation to be opened: with one other member, or a group.</summary>
/// <param name="With">The handle of the other one of a pair.</param>
/// <param name="Members">The handles of the others in a group.</param>
/// <param name="Title">What the group is called.</param>
public sealed record StartRequest(string? With = null, IReadOnlyList<string>? Members = null, string? Title = null);
