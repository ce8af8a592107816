namespace OrleansMixi.Reactions;

/// <summary>What the tallies of a post count. The numbers are stored; never renumber.</summary>
internal static class TallyKind
{
    public const int Comments = 1;
    public const int Shares = 2;
    public const int FirstReaction = 16;

    /// <summary>The tally of a reaction.</summary>
    public static int Of(Reaction reaction) => FirstReaction + (int)reaction;
}
