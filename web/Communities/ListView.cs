namespace OrleansMixi.Communities;

/// <summary>A part of a list.</summary>
/// <param name="Items">The items.</param>
/// <param name="Next">The <c>offset</c> (or <c>before</c>) of the next part; null at the end.</param>
public sealed record ListView<T>(IReadOnlyList<T> Items, string? Next);
