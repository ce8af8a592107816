namespace OrleansMixi.Archive;

/// <summary>A later text of a post or comment.</summary>
/// <param name="Type"><c>Update</c>.</param>
/// <param name="Object">The post's id where it was written first.</param>
/// <param name="Published">When the post was published.</param>
/// <param name="Number">Which edit of the post it is, from 1.</param>
/// <param name="Updated">When it was edited.</param>
/// <param name="Content">The whole text from then on.</param>
internal sealed record EditLine(string Type, string Object, string Published, int Number, string Updated, string Content);
