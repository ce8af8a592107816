namespace OrleansMixi.Log;

/// <summary>What edges mean.</summary>
public static class EdgeKinds
{
    /// <summary>A block, seen from either side.</summary>
    public const EdgeKind AnyBlock = EdgeKind.Block | EdgeKind.Blocked;

    /// <summary>Whether an edge holds a kind that no block lets rest.</summary>
    public static bool Holds(this EdgeKind edge, EdgeKind kind) => (edge & kind) != 0 && (edge & AnyBlock) == 0;
}
