namespace OrleansMixi.News;

/// <summary>A document is no feed that can be read; the message says why.</summary>
public sealed class FeedFormatException : Exception
{
    public FeedFormatException(string message)
        : base(message)
    {
    }

    public FeedFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
