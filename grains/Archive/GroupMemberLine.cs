namespace OrleansMixi.Archive;

/// <summary>A friend in a group.</summary>
/// <param name="Type"><c>Add</c>.</param>
/// <param name="Target">The group's number; 0 are the close friends.</param>
/// <param name="Object">Who: <c>user:taro</c>.</param>
internal sealed record GroupMemberLine(string Type, int Target, string Object);
