namespace OrleansMixi.Hammer;

/// <summary>One frame of an event stream; unlike the browser's, also one without data.</summary>
/// <param name="Event">The event's name; <c>message</c> when the frame gives none.</param>
/// <param name="Id">The cursor, or null when the frame gives none.</param>
/// <param name="Data">The data lines, joined.</param>
internal sealed record SseFrame(string Event, string? Id, string Data);
