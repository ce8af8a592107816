using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Diaries;

/// <summary>
/// Posts drafts. The draft's key makes a second try the same post, so a crash between post and removal doubles nothing. Who
/// writes a draft anew gives it another key: what is kept while the older words are posted stays a draft.
/// </summary>
public sealed class DiaryPress(DraftStore drafts, IGrainFactory grains)
{
    /// <summary>Posts a draft and forgets it; refusals throw <see cref="MixiException"/>.</summary>
    public async Task<Post> Post(int member, int number)
    {
        var (draft, key) = await drafts.Find(member, number) ?? throw Errors.NotFound("draft");
        var post = await Post(member, draft, key);
        await drafts.Remove(member, number, key);
        return post;
    }

    private async Task<Post> Post(int member, DiaryDraft draft, string key)
    {
        // An attempt that was cut off may have left them set aside.
        await (draft.Media.Count > 0 ? drafts.Hold(member, draft, key) : Task.CompletedTask);
        try
        {
            return await grains.GetGrain<IUserGrain>(member).Publish(new(
                Topic.User(member), PostForm.Diary, draft.Title.Length == 0 ? null : draft.Title, draft.Text, draft.Audience, null, null, key,
                Commenting: draft.Commenting, Media: draft.Media.Count == 0 ? null : draft.Media));
        }
        catch (MixiException refusal) when (refusal.Code != "unavailable" && draft.Media.Count > 0)
        {
            await drafts.Hold(member, draft, key);
            throw;
        }
    }
}
