using Microsoft.Extensions.Options;
using OrleansMixi.Followers;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Media;
using OrleansMixi.Posts;
using OrleansMixi.Reactions;

namespace OrleansMixi.Members;

/// <summary>A member as an author: asks whether the member may, commits to the log, answers after the commit.</summary>
internal sealed class UserGrain(
    [PersistentState("user")] IPersistentState<UserState> state,
    PostLog log,
    PostStore posts,
    PostDesk desk,
    PostChanges changes,
    Follows follows,
    Friendships friendships,
    Blocks blocks,
    Sight sight,
    ViewerStore viewers,
    PostPictures pictures,
    IOptions<LimitOptions> limits,
    TimeProvider time) : Grain, IUserGrain
{
    private const int MaxIntroduction = 500;

    private readonly WriteLimit _writes = new(limits.Value.WritesPerWindow, limits.Value.WritesWindow, time);

    private int Me => (int)this.GetPrimaryKeyLong();

    public async Task<Post> Publish(PostDraft draft)
    {
        var (entry, known) = await desk.Prepare(Me, draft, Spend);
        return known ?? await pictures.Holding(entry, Write(entry));
    }

    public async Task<IReadOnlyList<PublishResult>> PublishMany(IReadOnlyList<PostDraft> drafts)
    {
        if (drafts.Count > limits.Value.BatchPosts)
        {
            throw Errors.Invalid("posts", $"A batch holds at most {limits.Value.BatchPosts} posts (Mixi:Limits:BatchPosts); this one has {drafts.Count}.");
        }

        if (drafts.Where(draft => draft.Form == PostForm.Share).GroupBy(draft => draft.Story).Any(same => same.Count() > 1))
        {
            throw Errors.Invalid("posts", "A batch shares each post once.");
        }

        // One after the other into the log, so that they stand there in the author's order; then one wait for all commits.
        var results = new Task<PublishResult>[drafts.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = await Begin(drafts[i]);
        }

        return await Task.WhenAll(results);
    }

    public Task<Post> Edit(long post, PostEdit edit) => changes.Edit(Me, post, edit, Spend);

    public Task Delete(long post) => changes.Delete(Me, post, Spend);

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
            var (entry, known) = await desk.Prepare(Me, draft, Spend);
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

    /// <summary>Puts an entry into its queue at once, and answers after the commit.</summary>
    private async Task<Post> Write(LogEntry entry)
    {
        if (await log.Append(entry) is not { } written)
        {
            return await desk.Known(entry) ?? throw Errors.Unavailable();
        }

        var post = new Post(written.Header, written.Body!, written.Published, 0);
        await desk.Counted(Me, post);
        return post;
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
}
