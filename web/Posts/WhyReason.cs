namespace OrleansMixi.Posts;

/// <summary>One way in which a post comes.</summary>
/// <param name="Kind"><c>own</c>, <c>friend</c>, <c>follow</c>, <c>member</c>, <c>thread</c> or <c>share</c>.</param>
/// <param name="Topic">The topic through which it comes; of a share the topic of who shared it.</param>
public sealed record WhyReason(string Kind, string Topic);
