using OrleansMixi.Communities;
using OrleansMixi.Members;

namespace OrleansMixi.Posts;

/// <summary>Turns names into topics for somebody: what one may not know of is not there.</summary>
public sealed class KnownTopics(TopicNames names, CommunitySight communities, ViewerStore viewers)
{
    /// <summary>The topic of a name; null if there is none that the viewer may know of.</summary>
    public async ValueTask<Topic?> Find(Viewer viewer, TopicName name) =>
        await names.Find(name) is { } topic && (topic.Kind != TopicKind.Community || await communities.Known(viewer, topic.Number) is not null) ? topic : null;

    /// <summary>The same for a member's number; 0 is somebody who is not signed in.</summary>
    public async ValueTask<Topic?> Find(int member, TopicName name) => await Find(await viewers.Find(member), name);
}
