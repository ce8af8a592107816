namespace OrleansMixi.Posts;

/// <summary>The outcome of one post of a batch.</summary>
/// <param name="Status">The HTTP status it would have had alone.</param>
/// <param name="Post">The post, if it is durable.</param>
/// <param name="Problem">Why it is not.</param>
public sealed record BatchResult(int Status, PostView? Post, Microsoft.AspNetCore.Mvc.ProblemDetails? Problem);
