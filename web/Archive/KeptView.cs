namespace OrleansMixi.Archive;

/// <summary>What imports found no place for, and kept for the member's next archive.</summary>
/// <param name="Lines">How many lines.</param>
/// <param name="Bytes">Room that their pictures and videos take.</param>
public sealed record KeptView(int Lines, long Bytes);
