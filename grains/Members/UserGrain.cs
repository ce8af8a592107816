using Microsoft.Extensions.Options;
using OrleansMixi.Accounts;
using OrleansMixi.Communities;
using OrleansMixi.Followers;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Media;
using OrleansMixi.Moderation;
using OrleansMixi.News;
using OrleansMixi.Posts;
using OrleansMixi.Reactions;

namespace OrleansMixi.Members;

/// <summary>A member as an author: asks whether the member may, commits to the log, answers after the commit.</summary>
internal sealed class UserGrain(
    [PersistentState("user")] IPersistentState<UserState> state,
    PostLog log,
    LogStore store,
    PostStore posts,
    Follows follows,
    Friendships friendships,
    Blocks blocks,
    Threads threads,
    Sight sight,
    ViewerStore viewers,
    StoryStore stories,
    AuthorStore authors,
    PostPictures pictures,
    WritingRule rule,
    MeasureStore measures,
    IOptions<LimitOptions> limits,
    TimeProvider time) : Grain, IUserGrain
{
    private const int MaxIntroduction = 500;

    private static readonly LogEntry Nothing = new(ActivityKind.Post, 0, 0, default);
    private readonly WriteLimit _writes = new(limits.Value.WritesPerWindow, limits.Value.WritesWindow, time);

    private int Me => (int)this.GetPrimaryKeyLong();

    public async Task<Post> Publish(PostDraft draft)
    {
        var (entry, known) = await Prepare(draft);
        return known ?? await pictures.Holding(entry, Write(entry));
    }

    public async Task<IReadOnlyList<PublishResult>> PublishMany(IReadOnlyList<PostDraft> drafts)
    {
        if (drafts.Count > limits.Value.BatchPosts)
        {
            throw Errors.Invalid("posts", $"A batch holds at most {limits.Value.BatchPosts} posts (Mixi:Limits:BatchPosts); this one has {drafts.Count}.");
        }

        // One after the other into the log, so that they stand there in the author's order; then one wait for all commits.
        var results = new Task<PublishResult>[drafts.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = await Begin(drafts[i]);
        }

        return await Task.WhenAll(results);
    }

    public async Task<Post> Edit(long post, PostEdit edit)
    {
        var present = await Own(post);
        PostRules.Check(edit, present.Body.Form);
        if (edit.Audience is not null && present.Header.Audience == Audience.Removed)
        {
            throw Errors.Forbidden("Staff of the community took this post out of sight; the community's log says why.");
        }

        Spend();
        var shown = edit.Pictures is { } ids ? await pictures.Find(present, ids) : edit.Media ?? present.Body.Media;
        var body = present.Body with { Text = edit.Text ?? present.Body.Text, Media = shown };
        var entry = new LogEntry(
            ActivityKind.Edit, Me, Me, present.Topic, post, edit.Audience ?? present.Header.Audience,
            present.Header.Flags & ~((present.Header.Flags & ActivityFlags.Fleeting) == 0 ? ActivityFlags.Silent : ActivityFlags.None), (EdgeKind)present.Header.Audience, body);
        await pictures.Claim(entry, present);
        return await pictures.Holding(entry, Rewrite(entry, present), present);
    }

    public async Task Delete(long post)
    {
        var present = await posts.Find(post);
        if (present is null)
        {
            await DeleteHidden(post);
            return;
        }

        var mine = present.Author == Me || (present.Topic.Kind == TopicKind.Thread && (await posts.Find(present.Topic.Value))?.Author == Me);
        if (!mine && present.Topic.Kind == TopicKind.Community && (await Community(present.Topic).Standing(Me)).May(CommunityRights.Remove))
        {
            await Community(present.Topic).RemovePost(Me, post, "");
            return;
        }

        if (!mine)
        {
            throw await Unseen(present) ? Errors.NotFound("post") : Errors.Forbidden("Only its author, or who runs the place where it stands, may delete a post.");
        }

        Spend();
        await log.Append(new(ActivityKind.Delete, present.Author, Me, present.Topic, post, present.Header.Audience, present.Header.Flags));
        await Counted(present);
    }

    /// <summary>An own post that administrators hide can be deleted for good; then nobody restores it.</summary>
    private async Task DeleteHidden(long post)
    {
        if (await measures.Post(post) is { } hidden && hidden.Author == Me)
        {
            await log.Append(new(ActivityKind.Delete, Me, Me, hidden.Topic, post, hidden.Header.Audience, hidden.Header.Flags));
        }
    }

    public Task<FollowOutcome> Follow(Topic topic) => follows.Begin(Me, topic, Spend);

    public Task Unfollow(Topic topic) => follows.End(Me, topic, Spend);

    public async Task<FriendOutcome> RequestFriend(int member, string? message)
    {
        Spend();
        return await friendships.Request(Me, member, message);
    }

    public Task AcceptFriend(int member) => friendships.Accept(Me, member);

    public Task EndFriend(int member) => friendships.End(Me, member);

    public async Task Block(int member)
    {
        Spend();
        await blocks.Set(Me, member);
    }

    public Task Unblock(int member) => blocks.Lift(Me, member);

    public async Task React(long post, Reaction reaction, bool on)
    {
        var present = await posts.Find(post);
        if (present is null || await Unseen(present))
        {
            throw Errors.NotFound("post");
        }

        Spend();
        await GrainFactory.GetGrain<IPostGrain>(post).React(new(Me, reaction, on));
    }

    public Task<MemberSettings> Settings() => Task.FromResult(state.State.Settings);

    public async Task ChangeSettings(MemberSettings settings)
    {
        PostRules.Text("introduction", settings.Introduction, MaxIntroduction);
        Spend();
        state.State.Settings = settings;
        await state.WriteStateAsync();
        await log.Append(new(ActivityKind.Member, Me, Me, Topic.User(Me)));
    }

    Task IUserGrain.Spend()
    {
        Spend();
        return Task.CompletedTask;
    }

    public async Task<bool> Restore(Topic topic, EdgeKind kind)
    {
        if (kind == EdgeKind.Block && topic.Kind == TopicKind.User && topic.Number != Me)
        {
            await blocks.Set(Me, topic.Number);
            return true;
        }

        return kind == EdgeKind.Follow && await follows.Restore(Me, topic);
    }

    /// <summary>Admits a draft and puts it into the log; what comes back is its outcome, or the wait for it.</summary>
    private async Task<Task<PublishResult>> Begin(PostDraft draft)
    {
        try
        {
            var (entry, known) = await Prepare(draft);
            return known is null ? Outcome(pictures.Holding(entry, Write(entry))) : Task.FromResult(new PublishResult(known, null));
        }
        catch (MixiException refusal)
        {
            return Task.FromResult(new PublishResult(null, refusal));
        }
    }

    private static async Task<PublishResult> Outcome(Task<Post> writing)
    {
        try
        {
            return new(await writing, null);
        }
        catch (MixiException refusal)
        {
            return new(null, refusal);
        }
    }

    /// <summary>The entry of a draft that this member may post now, or the post that its key stands for already.</summary>
    private async Task<(LogEntry Entry, Post? Known)> Prepare(PostDraft draft)
    {
        PostRules.Check(draft);
        var author = await Author();
        await rule.Admit(Me);
        var root = draft.ReplyTo == 0 ? null : await threads.Root(Me, draft.ReplyTo);
        if (root is null)
        {
            await Admit(draft.Topic, draft.Form);
        }

        if (draft.Story != 0 && await Showable(draft) is { } shared)
        {
            return (Nothing, shared);
        }

        var entry = new LogEntry(
            ActivityKind.Post, Me, Me, root is null ? draft.Topic : Topic.Thread(root.Id), root is null ? draft.Story : draft.ReplyTo, root?.Header.Audience ?? draft.Audience,
            (author.Bot ? ActivityFlags.Bot : ActivityFlags.None) | (draft.Form == PostForm.Share ? ActivityFlags.Share : ActivityFlags.None) | (draft.Fleeting ? ActivityFlags.Fleeting : ActivityFlags.None) | CommentRules.Flags(draft.Commenting),
            Body: new(draft.Form, draft.Title, draft.Text, draft.Language, draft.Link, await pictures.Find(Me, draft)), Key: draft.Key);
        if (draft.Key is not null && await Known(entry) is { } known)
        {
            return (entry, known);
        }

        Spend();
        await pictures.Claim(entry);
        if (root is not null)
        {
            await threads.Follow(Me, root);
        }

        return (entry, null);
    }

    private async Task<Post> Rewrite(LogEntry entry, Post present)
    {
        var written = await log.Append(entry) ?? throw Errors.Unavailable();
        return present with
        {
            Header = present.Header with { Audience = written.Header.Audience },
            Body = entry.Body!,
            Edited = PostId.UnixMs(written.Header.Id),
        };
    }

    /// <summary>Puts an entry into its queue at once, and answers after the commit.</summary>
    private async Task<Post> Write(LogEntry entry)
    {
        if (await log.Append(entry) is not { } written)
        {
            return await Known(entry) ?? throw Errors.Unavailable();
        }

        var post = new Post(written.Header, written.Body!, written.Published, 0);
        await Counted(post);
        return post;
    }

    /// <summary>Lets the counts of the post above a comment, or behind a share, be told.</summary>
    private Task Counted(Post post) =>
        post.Topic.Kind == TopicKind.Thread ? GrainFactory.GetGrain<IPostGrain>(post.Topic.Value).Counted(Me)
        : post.Header.IsShare ? GrainFactory.GetGrain<IPostGrain>(post.Header.Target).Counted(Me)
        : Task.CompletedTask;

    /// <summary>Refuses what can't be shown to others; answers the share that there is already.</summary>
    private async Task<Post?> Showable(PostDraft draft)
    {
        if (await posts.Find(draft.Story) is not { } story || await Unseen(story) || story.Header.IsShare || story.Header.Friend != 0 || story.Topic.Kind == TopicKind.Thread)
        {
            throw new MixiException("not-found", "The post to share is not there, not for you, or itself a share or comment.", "story");
        }

        return draft.Form == PostForm.Share && await stories.By(Me, draft.Story) is > 0 and var share ? await posts.Find(share) : null;
    }

    private async Task<Author> Author() =>
        await authors.Find(Me) is { Suspended: false } author ? author : throw Errors.Forbidden("This account may not write at the moment.");

    private async Task Admit(Topic topic, PostForm form)
    {
        switch (topic.Kind)
        {
            case TopicKind.User when topic.Number != Me:
                throw Errors.Forbidden("A post goes to your own topic, a community or a news category, not to another member's topic.");
            case TopicKind.Community:
                await (form is PostForm.Topic or PostForm.Event or PostForm.Poll ? Community(topic).AdmitBoard(Me, form) : Community(topic).Admit(Me));
                break;
            case TopicKind.News:
                await GrainFactory.GetGrain<INewsCategoryGrain>(topic.Number).Admit(Me);
                break;
        }
    }

    /// <summary>The post that the entry's key stands for already; refuses a key that was used for something else.</summary>
    private async Task<Post?> Known(LogEntry entry)
    {
        if (await store.FindKey(Me, entry.Key!) is not { } row)
        {
            return null;
        }

        if (!LogStore.IsSame(entry, row.Hash))
        {
            throw Errors.KeyReused();
        }

        return await posts.Find(row.Id) ?? throw Errors.NotFound("post");
    }

    private async Task<Post> Own(long post)
    {
        var present = await posts.Find(post) ?? throw Errors.NotFound("post");
        if (present.Author != Me)
        {
            throw await Unseen(present) ? Errors.NotFound("post") : Errors.Forbidden("Only its author may change a post.");
        }

        return present;
    }

    private async Task<bool> Unseen(Post post) => !await sight.CanSee(await viewers.Find(Me), post);

    private void Spend()
    {
        var wait = _writes.Take();
        if (wait > 0)
        {
            throw Errors.RateLimited("Mixi:Limits:WritesPerWindow", limits.Value.WritesPerWindow, wait);
        }
    }

    private ICommunityGrain Community(Topic topic) => GrainFactory.GetGrain<ICommunityGrain>(topic.Number);
}
