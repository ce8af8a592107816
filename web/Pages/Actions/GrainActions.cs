using OrleansMixi.Communities;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Pages.Data;
using OrleansMixi.Posts;
using OrleansMixi.Reactions;

namespace OrleansMixi.Pages.Actions;

/// <summary>Does what forms ask through the grain of the member who asks; when it answers, this host shows what was done.</summary>
internal sealed class GrainActions(IGrainFactory grains, ITownDirectory directory, Authorship authorship, LogTail tail) : IPageActions
{
    public async Task<PostView> Publish(int member, TopicName? topic, string text, Audience audience, string? key, long replyTo, IReadOnlyList<long>? media, bool fleeting)
    {
        var where = topic is { } name ? await Find(member, name) : Topic.User(member);
        var draft = new PostDraft(where, replyTo == 0 ? PostForm.Voice : PostForm.Comment, null, text, audience, null, null, key, replyTo, Fleeting: fleeting && replyTo == 0, Media: media);
        PostRules.Check(draft);
        return await directory.View(await User(await authorship.Of(member, draft)).Publish(draft));
    }

    public async Task Share(int member, long post)
    {
        await User(member).Publish(new(Topic.User(member), PostForm.Share, null, "", Audience.Everyone, null, null, Story: post));
        await Settle(member);
    }

    public async Task React(int member, long post, Reaction reaction, bool on)
    {
        await User(await authorship.Of(member, post)).React(post, reaction, on);
        await tail.Settled(PostId.Queue(post));
    }

    public async Task Block(int member, string handle, bool on)
    {
        var other = await Member(handle);
        await (on ? User(member).Block(other) : User(member).Unblock(other));
        await Settle(member, other);
    }

    public async Task Edit(int member, long post, string text, IReadOnlyList<long>? pictures)
    {
        var edit = new PostEdit(text, null, Pictures: pictures);
        PostRules.Check(edit, PostForm.Diary);
        await User(await authorship.Of(member, post)).Edit(post, edit);
        await tail.Settled(PostId.Queue(post));
    }

    public async Task Delete(int member, long post)
    {
        await User(await authorship.Of(member, post)).Delete(post);
        await tail.Settled(PostId.Queue(post));
    }

    public async Task<FollowOutcome> Follow(int member, TopicName topic)
    {
        var outcome = await User(member).Follow(await Find(member, topic));
        await Settle(member);
        return outcome;
    }

    public async Task Unfollow(int member, TopicName topic)
    {
        await User(member).Unfollow(await Find(member, topic));
        await Settle(member);
    }

    public async Task<FriendOutcome> RequestFriend(int member, string handle, string? message)
    {
        var other = await Member(handle);
        var outcome = await User(member).RequestFriend(other, message);
        await Settle(member, other);
        return outcome;
    }

    public async Task AcceptFriend(int member, string handle)
    {
        var other = await Member(handle);
        await User(member).AcceptFriend(other);
        await Settle(member, other);
    }

    public async Task EndFriend(int member, string handle)
    {
        var other = await Member(handle);
        await User(member).EndFriend(other);
        await Settle(member, other);
    }

    public async Task ChangeSettings(int member, OwnSettings settings)
    {
        await directory.ChangeNickname(member, settings.Nickname);
        var grain = User(member);
        var old = await grain.Settings();
        await grain.ChangeSettings(old with { HideBots = settings.HideBots });
        await Settle(member);
    }

    public Task ChangeLanguage(int member, string language) => directory.ChangeLanguage(member, language);

    private async Task Settle(params int[] members)
    {
        foreach (var queue in members.Select(tail.Shape.QueueOf).Distinct())
        {
            await tail.Settled(queue);
        }
    }

    private IUserGrain User(int member) => grains.GetGrain<IUserGrain>(member);

    private async Task<Topic> Find(int member, TopicName name) => await directory.Find(member, name) ?? throw Errors.NotFound("topic");

    private async Task<int> Member(string handle) =>
        TopicName.TryParse($"user:{handle}", out var name) ? (await Find(0, name)).Number : throw Errors.NotFound("member");
}
