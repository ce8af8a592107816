namespace OrleansMixi.Communities;

/// <summary>A name for one community; at most 50 text elements.</summary>
public sealed record PersonaRequest(string Nickname);
