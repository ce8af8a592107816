namespace OrleansMixi.Hammer;

/// <summary>What the hammer tells the shell.</summary>
internal static class ExitCodes
{
    /// <summary>The books balance and nothing is lost, doubled or swapped.</summary>
    public const int Clean = 0;

    /// <summary>The server broke a promise.</summary>
    public const int Faulty = 1;

    /// <summary>No judgement: wrong usage, a limit of the server, or nobody there.</summary>
    public const int Unusable = 2;
}
