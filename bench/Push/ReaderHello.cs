namespace OrleansMixi.Push;

/// <summary>How a reader opens its connection: the address, what it says, and what the server answers when it listens.</summary>
/// <param name="Path">Path and query of the WebSocket.</param>
/// <param name="Headers">Further header lines.</param>
/// <param name="Messages">Text messages to send once it is open.</param>
/// <param name="Ready">What the answer has in it; null if an open connection is ready.</param>
/// <param name="Ping">What to send now and then so that the server does not think it gone; null for nothing.</param>
internal sealed record ReaderHello(string Path, string Headers, IReadOnlyList<string> Messages, string? Ready, string? Ping);
