using OrleansMixi.Communities;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.News;

namespace OrleansMixi.Posts;

/// <summary>Turns names into topics and back: numbers inside, names at the edge.</summary>
public sealed class TopicNames(AuthorStore authors, CommunityStore communities)
{
    /// <summary>The topic of a name; null if there is none.</summary>
    public async ValueTask<Topic?> Find(TopicName name)
    {
        if (name.Kind == TopicKind.Thread)
        {
            return PostId.TryParse(name.Name, out var post) ? Topic.Thread(post) : null;
        }

        var number = name.Kind switch
        {
            TopicKind.User => (await authors.Find(name.Name))?.Number ?? 0,
            TopicKind.Community => await communities.Number(name.Name),
            _ => NewsCategory.Number(name.Name),
        };
        return number == 0 ? null : new Topic(name.Kind, number);
    }

    /// <summary>The name of a topic; null if there is none.</summary>
    public async ValueTask<TopicName?> Find(Topic topic)
    {
        var name = topic.Kind switch
        {
            TopicKind.User => (await authors.Find(topic.Number))?.Handle,
            TopicKind.Community => await communities.Slug(topic.Number),
            TopicKind.Thread => PostId.Format(topic.Value),
            _ => NewsCategory.Slug(topic.Number),
        };
        return name is null ? null : new TopicName(topic.Kind, name);
    }
}
