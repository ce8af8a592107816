using OrleansMixi.Communities;
using OrleansMixi.Log;
using OrleansMixi.Media;
using OrleansMixi.Members;
using OrleansMixi.Moderation;

namespace OrleansMixi.Posts;

/// <summary>Edits and deletes of posts: who may, and the entry that says so.</summary>
internal sealed class PostChanges(
    PostLog log, PostStore posts, PostDesk desk, PostPictures pictures, MeasureStore measures, Sight sight, ViewerStore viewers, IGrainFactory grains)
{
    public async Task<Post> Edit(int me, long post, PostEdit edit, Action spend)
    {
        var present = await Own(me, post);
        PostRules.Check(edit, present.Body.Form);
        if (edit.Audience is not null && present.Header.Audience == Audience.Removed)
        {
            throw Errors.Forbidden("Staff of the community took this post out of sight; the community's log says why.");
        }

        spend();
        var shown = edit.Pictures is { } ids ? await pictures.Find(present, ids) : edit.Media ?? present.Body.Media;
        var body = present.Body with { Text = edit.Text ?? present.Body.Text, Media = shown };
        var entry = new LogEntry(
            ActivityKind.Edit, me, me, present.Topic, post, edit.Audience ?? present.Header.Audience,
            present.Header.Flags & ~((present.Header.Flags & ActivityFlags.Fleeting) == 0 ? ActivityFlags.Silent : ActivityFlags.None), (EdgeKind)present.Header.Audience, body);
        await pictures.Claim(entry, present);
        return await pictures.Holding(entry, Rewrite(entry, present), present);
    }

    public async Task Delete(int me, long post, Action spend)
    {
        var present = await posts.Find(post);
        if (present is null)
        {
            await DeleteHidden(me, post);
            return;
        }

        var mine = present.Author == me || (present.Topic.Kind == TopicKind.Thread && (await posts.Find(present.Topic.Value))?.Author == me);
        if (!mine && present.Topic.Kind == TopicKind.Community && (await Community(present.Topic).Standing(me)).May(CommunityRights.Remove))
        {
            await Community(present.Topic).RemovePost(me, post, "");
            return;
        }

        if (!mine)
        {
            throw await Unseen(me, present) ? Errors.NotFound("post") : Errors.Forbidden("Only its author, or who runs the place where it stands, may delete a post.");
        }

        spend();
        await log.Append(new(ActivityKind.Delete, present.Author, me, present.Topic, post, present.Header.Audience, present.Header.Flags));
        await desk.Counted(me, present);
    }

    /// <summary>An own post that administrators hide can be deleted for good; then nobody restores it.</summary>
    private async Task DeleteHidden(int me, long post)
    {
        if (await measures.Post(post) is { } hidden && hidden.Author == me)
        {
            await log.Append(new(ActivityKind.Delete, me, me, hidden.Topic, post, hidden.Header.Audience, hidden.Header.Flags));
        }
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

    private async Task<Post> Own(int me, long post)
    {
        var present = await posts.Find(post) ?? throw Errors.NotFound("post");
        if (present.Author != me)
        {
            throw await Unseen(me, present) ? Errors.NotFound("post") : Errors.Forbidden("Only its author may change a post.");
        }

        return present;
    }

    private async Task<bool> Unseen(int me, Post post) => !await sight.CanSee(await viewers.Find(me), post);

    private ICommunityGrain Community(Topic topic) => grains.GetGrain<ICommunityGrain>(topic.Number);
}
