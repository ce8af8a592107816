namespace OrleansMixi.Archive;

/// <summary>A reaction given.</summary>
/// <param name="Type"><c>Like</c>.</param>
/// <param name="Published">When.</param>
/// <param name="Reaction">Which.</param>
/// <param name="Object">The post's id.</param>
/// <param name="By">The post's author; absent for own ones.</param>
internal sealed record ReactionLine(string Type, string Published, string Reaction, string Object, string? By = null);
