namespace OrleansMixi.Media;

/// <summary>The caller's room for pictures, and what belongs to nothing yet.</summary>
/// <param name="Used">Bytes used.</param>
/// <param name="Room">Bytes that the caller's plan has.</param>
/// <param name="Loose">Pictures that belong to nothing yet, newest first; they are swept a day after their upload.</param>
public sealed record RoomView(long Used, long Room, IReadOnlyList<MediaView> Loose);
