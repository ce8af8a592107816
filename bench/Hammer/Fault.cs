namespace OrleansMixi.Hammer;

/// <summary>What can be wrong with one arrival.</summary>
internal enum Fault
{
    None,
    Duplicated,
    OutOfOrder,
    Unexpected,
}
