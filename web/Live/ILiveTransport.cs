namespace OrleansMixi.Live;

/// <summary>A connection that frames go out on. One frame is under way at a time.</summary>
internal interface ILiveTransport
{
    /// <summary>Writes a frame; completes when the connection has taken it. Closing the connection ends a write that hangs.</summary>
    ValueTask Send(LiveFrame frame);

    /// <summary>Closes the connection at once, saying why: a stable code.</summary>
    void Close(string code);
}
