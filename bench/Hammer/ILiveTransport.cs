namespace OrleansMixi.Hammer;

/// <summary>One way to listen to a live stream.</summary>
internal interface ILiveTransport
{
    /// <summary>
    /// Opens one connection at the seat's cursor and reads it to its end. When the task ends, nothing of that connection
    /// is booked any more. Ends with <see cref="OperationCanceledException"/> when cut, or however the connection broke.
    /// </summary>
    Task Read(ReaderSeat seat, CancellationToken cut);
}
