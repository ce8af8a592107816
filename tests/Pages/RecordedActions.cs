using OrleansMixi.Friends;
using OrleansMixi.Pages.Actions;
using OrleansMixi.Pages.Data;
using OrleansMixi.Posts;
using OrleansMixi.Reactions;

namespace OrleansMixi.Pages;

/// <summary>Writes down what the forms asked for.</summary>
internal sealed class RecordedActions : IPageActions
{
    public List<string> Calls { get; } = [];

    public Task<PostView> Publish(int member, TopicName? topic, string text, Audience audience, string? key, long replyTo, IReadOnlyList<long>? media, bool fleeting)
    {
        PostRules.Text("text", text, PostRules.MaxText(PostForm.Voice));
        Calls.Add($"publish {member} {topic} {audience} {text}");
        return Task.FromResult(DemoPageData.Item(new("hanako", "花子🌸", false), topic?.ToString() ?? "user:hanako", text, 0, "user:hanako").Post);
    }

    public Task Share(int member, long post) => Record($"share {member} {post}");

    public Task React(int member, long post, Reaction reaction, bool on) => Record($"react {member} {post} {reaction} {on}");

    public Task Block(int member, string handle, bool on) => Record($"block {member} {handle} {on}");

    public Task Edit(int member, long post, string text, IReadOnlyList<long>? pictures) => Record($"edit {member} {post} {text}");

    public Task Delete(int member, long post) => Record($"delete {member} {post}");

    public async Task<FollowOutcome> Follow(int member, TopicName topic)
    {
        await Record($"follow {member} {topic}");
        return topic.Name == "night-trains" ? FollowOutcome.Requested : FollowOutcome.Following;
    }

    public Task Unfollow(int member, TopicName topic) => Record($"unfollow {member} {topic}");

    public async Task<FriendOutcome> RequestFriend(int member, string handle, string? message)
    {
        await Record($"request {member} {handle} {message}");
        return FriendOutcome.Requested;
    }

    public Task AcceptFriend(int member, string handle) => Record($"accept {member} {handle}");

    public Task EndFriend(int member, string handle) => Record($"end {member} {handle}");

    public Task ChangeSettings(int member, OwnSettings settings) => Record($"settings {member} {settings.Nickname} {settings.HideBots}");

    public Task ChangeLanguage(int member, string language) => Record($"language {member} {language}");

    private Task Record(string call)
    {
        Calls.Add(call);
        return Task.CompletedTask;
    }
}
