namespace OrleansMixi.Hosting;

/// <summary>What <see cref="NoteGrain"/> keeps.</summary>
internal sealed record NoteState
{
    public string? Text { get; init; }
}
