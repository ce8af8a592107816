namespace OrleansMixi.Hammer;

/// <summary>How the readers listen.</summary>
internal enum Transport
{
    Sse,
    SignalR,
}
