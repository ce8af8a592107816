using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Diaries;

/// <summary>Posts drafts. The draft's key makes a second try the same post, so a crash between post and removal doubles nothing.</summary>
public sealed class DiaryPress(DraftStore drafts, IGrainFactory grains)
{
    /// <summary>Posts a draft and forgets it; refusals throw <see cref="MixiException"/>.</summary>
    public async Task<Post> Post(int member, int number)
    {
        var (draft, key) = await drafts.Find(member, number) ?? throw Errors.NotFound("draft");
        var post = await grains.GetGrain<IUserGrain>(member).Publish(new(
            Topic.User(member), PostForm.Diary, draft.Title.Length == 0 ? null : draft.Title, draft.Text, draft.Audience, null, null, key, Commenting: draft.Commenting));
        await drafts.Remove(member, number);
        return post;
    }
}
