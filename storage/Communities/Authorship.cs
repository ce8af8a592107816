using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>Under which author number a member writes somewhere: in a community where the member has a persona it is the persona's, always.</summary>
public sealed class Authorship(PersonaStore personas, PostStore posts)
{
    /// <summary>The author of a new post or comment.</summary>
    public ValueTask<int> Of(int member, PostDraft draft) => draft.ReplyTo == 0 ? In(member, draft.Topic) : Of(member, draft.ReplyTo);

    /// <summary>The author of what a member does to a post: an edit, a deletion, a reaction.</summary>
    public async ValueTask<int> Of(int member, long post) => await posts.Find(post) is { } present ? await In(member, present.Topic) : member;

    private async ValueTask<int> In(int member, Topic topic) => topic.Kind switch
    {
        TopicKind.Community => await personas.Of(member, topic.Number),
        TopicKind.Thread => await posts.Find(topic.Value) is { Topic.Kind: TopicKind.Community } root ? await personas.Of(member, root.Topic.Number) : member,
        _ => member,
    };
}
