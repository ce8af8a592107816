using OrleansMixi.Timelines;

namespace OrleansMixi.Push;

/// <summary>A post on its way to the group of its topic.</summary>
internal sealed record GroupPost(string Topic, TimelineItem Item);
