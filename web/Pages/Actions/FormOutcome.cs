using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Actions;

/// <summary>What a form's action came to.</summary>
/// <param name="Notice">The code of the sentence to show, if any.</param>
/// <param name="Url">Where to go instead of back, if anywhere.</param>
/// <param name="Post">The new post, for a script that asked.</param>
internal sealed record FormOutcome(string? Notice = null, string? Url = null, PostView? Post = null);
