using OrleansMixi.Accounts;
using OrleansMixi.Communities;
using OrleansMixi.Log;
using OrleansMixi.Media;
using OrleansMixi.Members;
using OrleansMixi.News;
using OrleansMixi.Reactions;

namespace OrleansMixi.Posts;

/// <summary>Turns a draft into the log entry that its author may write now, or refuses it.</summary>
internal sealed class PostDesk(
    LogStore store, PostStore posts, Threads threads, StoryStore stories, AuthorStore authors, PostPictures pictures, WritingRule rule, Sight sight, ViewerStore viewers, IGrainFactory grains)
{
    private static readonly LogEntry Nothing = new(ActivityKind.Post, 0, 0, default);

    /// <summary>The entry of a draft that a member may post now, or the post that its key or share stands for already. <paramref name="spend"/> is asked once it is certain that something is written.</summary>
    public async Task<(LogEntry Entry, Post? Known)> Prepare(int me, PostDraft draft, Action spend)
    {
        PostRules.Check(draft);
        var author = await Author(me);
        await rule.Admit(me);
        var root = draft.ReplyTo == 0 ? null : await threads.Root(me, draft.ReplyTo);
        if (root is null)
        {
            await Admit(me, draft.Topic, draft.Form);
        }

        if (draft.Story != 0 && await Showable(me, draft) is { } shared)
        {
            return (Nothing, shared);
        }

        var entry = new LogEntry(
            ActivityKind.Post, me, me, root is null ? draft.Topic : Topic.Thread(root.Id), root is null ? draft.Story : draft.ReplyTo, root?.Header.Audience ?? draft.Audience,
            (author.Bot ? ActivityFlags.Bot : ActivityFlags.None) | (draft.Form == PostForm.Share ? ActivityFlags.Share : ActivityFlags.None) | (draft.Fleeting ? ActivityFlags.Fleeting : ActivityFlags.None) | CommentRules.Flags(draft.Commenting),
            Body: new(draft.Form, draft.Title, draft.Text, draft.Language, draft.Link, await pictures.Find(me, draft)), Key: draft.Key);
        if (draft.Key is not null && await Known(entry) is { } known)
        {
            return (entry, known);
        }

        spend();
        await pictures.Claim(entry);
        if (root is not null)
        {
            await threads.Follow(me, root);
        }

        return (entry, null);
    }

    /// <summary>The post that the entry's key stands for already; refuses a key that was used for something else.</summary>
    public async Task<Post?> Known(LogEntry entry)
    {
        if (await store.FindKey(entry.Author, entry.Key!) is not { } row)
        {
            return null;
        }

        if (!LogStore.IsSame(entry, row.Hash))
        {
            throw Errors.KeyReused();
        }

        return await posts.Find(row.Id) ?? throw Errors.NotFound("post");
    }

    /// <summary>Lets the counts of the post above a comment, or behind a share, be told.</summary>
    public Task Counted(int me, Post post) =>
        post.Topic.Kind == TopicKind.Thread ? grains.GetGrain<IPostGrain>(post.Topic.Value).Counted(me)
        : post.Header.IsShare ? grains.GetGrain<IPostGrain>(post.Header.Target).Counted(me)
        : Task.CompletedTask;

    /// <summary>Refuses what can't be shown to others; answers the share that there is already.</summary>
    private async Task<Post?> Showable(int me, PostDraft draft)
    {
        if (await posts.Find(draft.Story) is not { } story || !await sight.CanSee(await viewers.Find(me), story) || story.Header.IsShare || story.Header.Friend != 0 || story.Topic.Kind == TopicKind.Thread)
        {
            throw new MixiException("not-found", "The post to share is not there, not for you, or itself a share or comment.", "story");
        }

        return draft.Form == PostForm.Share && await stories.By(me, draft.Story) is > 0 and var share ? await posts.Find(share) : null;
    }

    private async Task<Author> Author(int me) =>
        await authors.Find(me) is { Suspended: false } author ? author : throw Errors.Forbidden("This account may not write at the moment.");

    private async Task Admit(int me, Topic topic, PostForm form)
    {
        switch (topic.Kind)
        {
            case TopicKind.User when topic.Number != me:
                throw Errors.Forbidden("A post goes to your own topic, a community or a news category, not to another member's topic.");
            case TopicKind.Community:
                await (form is PostForm.Topic or PostForm.Event or PostForm.Poll ? Community(topic).AdmitBoard(me, form) : Community(topic).Admit(me));
                break;
            case TopicKind.News:
                await grains.GetGrain<INewsCategoryGrain>(topic.Number).Admit(me);
                break;
        }
    }

    private ICommunityGrain Community(Topic topic) => grains.GetGrain<ICommunityGrain>(topic.Number);
}
