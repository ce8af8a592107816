namespace OrleansMixi.Posts;

/// <summary>An author as clients see one.</summary>
/// <param name="Handle">The handle, without <c>user:</c>.</param>
/// <param name="Nickname">The name to show.</param>
/// <param name="Bot">Whether this is a bot.</param>
public sealed record AuthorView(string Handle, string Nickname, bool Bot);
