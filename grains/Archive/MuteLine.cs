namespace OrleansMixi.Archive;

/// <summary>A mute, or a post that is hidden.</summary>
/// <param name="Type"><c>Ignore</c>.</param>
/// <param name="Published">When it was made.</param>
/// <param name="Kind">What it goes by: <c>member</c>, <c>topic</c>, <c>word</c>, <c>language</c> or <c>post</c>.</param>
/// <param name="Object">A name such as <c>user:taro</c>, a word, a language tag, the id of a post.</param>
/// <param name="By">The post's author.</param>
/// <param name="Scope">Where it holds: <c>home</c> or <c>everywhere</c>.</param>
/// <param name="EndTime">When it ends; absent for never.</param>
internal sealed record MuteLine(string Type, string Published, string Kind, string Object, string Scope, string? By = null, string? EndTime = null);
