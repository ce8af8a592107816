namespace OrleansMixi.Circles;

/// <summary>A friend group as clients send it.</summary>
/// <param name="Name">Its name.</param>
public sealed record GroupRequest(string Name);
