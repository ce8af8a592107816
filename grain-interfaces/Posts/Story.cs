using OrleansMixi.Log;

namespace OrleansMixi.Posts;

/// <summary>A post that others share or quote.</summary>
/// <param name="Post">Its header.</param>
/// <param name="Exposure">What decides who may see it; null where its header alone does.</param>
/// <param name="Shares">The first shares of it, rising by id.</param>
public sealed record Story(ActivityHeader Post, Exposure? Exposure, IReadOnlyList<StoryShare> Shares);
