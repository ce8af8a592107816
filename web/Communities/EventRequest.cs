namespace OrleansMixi.Communities;

/// <summary>An event.</summary>
/// <param name="Title">At most 200 text elements.</param>
/// <param name="Text">What will be there; at most 10,000 text elements.</param>
/// <param name="Starts">Date and time on the clock of the zone, <c>2026-12-24T19:00</c>.</param>
/// <param name="Zone">An IANA time zone, <c>Asia/Tokyo</c>.</param>
/// <param name="Place">Where; at most 200 text elements.</param>
/// <param name="Places">The most participants; absent or 0: no limit.</param>
/// <param name="Language">A language tag.</param>
public sealed record EventRequest(string Title, string Text, string Starts, string Zone, string? Place = null, int? Places = null, string? Language = null);
