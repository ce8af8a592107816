using OrleansMixi.Friends;
using OrleansMixi.Members;
using OrleansMixi.Pages.Data;
using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Actions;

/// <summary>Does what forms ask through the grain of the member who asks.</summary>
internal sealed class GrainActions(IGrainFactory grains, ITownDirectory directory) : IPageActions
{
    public async Task<PostView> Publish(int member, TopicName? topic, string text, Audience audience, string? key)
    {
        var where = topic is { } name ? await Find(name) : Topic.User(member);
        var draft = new PostDraft(where, PostForm.Voice, null, text, audience, null, null, key);
        PostRules.Check(draft);
        return await directory.View(await User(member).Publish(draft));
    }

    public Task Edit(int member, long post, string text)
    {
        var edit = new PostEdit(text, null);
        PostRules.Check(edit, PostForm.Diary);
        return User(member).Edit(post, edit);
    }

    public Task Delete(int member, long post) => User(member).Delete(post);

    public async Task<FollowOutcome> Follow(int member, TopicName topic) => await User(member).Follow(await Find(topic));

    public async Task Unfollow(int member, TopicName topic) => await User(member).Unfollow(await Find(topic));

    public async Task<FriendOutcome> RequestFriend(int member, string handle, string? message) =>
        await User(member).RequestFriend(await Member(handle), message);

    public async Task AcceptFriend(int member, string handle) => await User(member).AcceptFriend(await Member(handle));

    public async Task EndFriend(int member, string handle) => await User(member).EndFriend(await Member(handle));

    public Task Found(int member, CommunityForm form) => directory.Found(member, form);

    public async Task ChangeSettings(int member, OwnSettings settings)
    {
        await directory.ChangeNickname(member, settings.Nickname);
        var grain = User(member);
        var old = await grain.Settings();
        await grain.ChangeSettings(old with { HideBots = settings.HideBots, Introduction = settings.Introduction });
    }

    private IUserGrain User(int member) => grains.GetGrain<IUserGrain>(member);

    private async Task<Topic> Find(TopicName name) => await directory.Find(name) ?? throw Errors.NotFound("topic");

    private async Task<int> Member(string handle) =>
        TopicName.TryParse($"user:{handle}", out var name) ? (await Find(name)).Number : throw Errors.NotFound("member");
}
