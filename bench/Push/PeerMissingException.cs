namespace OrleansMixi.Push;

/// <summary>A peer can't be run on this machine; the message says what is missing.</summary>
internal sealed class PeerMissingException(string message) : Exception(message);
