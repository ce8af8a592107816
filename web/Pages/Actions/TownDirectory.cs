using OrleansMixi.Accounts;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Actions;

/// <summary>Names, numbers and accounts behind the pages' forms.</summary>
internal sealed class TownDirectory(
    KnownTopics topics, PostViews views, LogTail tail, MemberStore members, AccessLog access) : ITownDirectory
{
    public async Task<Topic?> Find(int member, TopicName name) => await topics.Find(member, name);

    public async Task<PostView> View(Post post)
    {
        await tail.Reached(post.Id);
        return await views.Of(post) ?? throw Errors.NotFound("post");
    }

    public async Task ChangeNickname(int member, string nickname)
    {
        var row = await members.Find(member) ?? throw Errors.NotFound("member");
        if (row.Nickname != nickname)
        {
            await members.Rename(member, nickname, row.Bot != 0, row.Language);
            await access.Changed(member);
        }
    }

    public Task ChangeLanguage(int member, string language) => members.SetLanguage(member, language);
}
