namespace OrleansMixi.Archive;

/// <summary>What binds the member to somebody or something.</summary>
/// <param name="Type"><c>Follow</c>, <c>Relationship</c> (a friend), <c>Join</c>, <c>Block</c>.</param>
/// <param name="Object">To whom: <c>user:hanako</c>, <c>community:bento</c>, <c>news:sports</c>.</param>
internal sealed record TopicLine(string Type, string Object);
