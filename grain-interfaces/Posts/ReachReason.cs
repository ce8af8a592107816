namespace OrleansMixi.Posts;

/// <summary>One way in which a post comes into a home timeline.</summary>
/// <param name="Kind">What leads there.</param>
/// <param name="Topic">The topic through which it comes; of a share the topic of who shared it.</param>
public readonly record struct ReachReason(ReachKind Kind, Topic Topic);
