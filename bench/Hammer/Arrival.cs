namespace OrleansMixi.Hammer;

/// <summary>The first arrival of a post at one reader.</summary>
/// <param name="Id">The post.</param>
/// <param name="Author">The author's place among the run's members.</param>
/// <param name="At">When it came, since the start of posting.</param>
/// <param name="GapsBefore">How many gaps and resets this reader had been told of before.</param>
internal readonly record struct Arrival(long Id, int Author, TimeSpan At, int GapsBefore);
