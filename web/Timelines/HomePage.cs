using OrleansMixi.Live;
using OrleansMixi.Posts;

namespace OrleansMixi.Timelines;

/// <summary>A page of a home timeline before it is spelled out.</summary>
/// <param name="Viewer">Who looks.</param>
/// <param name="Items">Newest first.</param>
/// <param name="Cursor">The vector of the first page.</param>
/// <param name="Next">Where the following page begins; null where history ends.</param>
internal sealed record HomePage(Viewer Viewer, IReadOnlyList<PageItem> Items, Cursor Cursor, PageToken? Next);
