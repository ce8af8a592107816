using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Followers;

/// <summary>Requests to follow a member, and the answers; when it answers, this host shows what was changed.</summary>
internal sealed class FollowerDesk(IGrainFactory grains, FollowRequestStore requests, AuthorStore authors, LogTail tail)
{
    /// <summary>Requests that wait for a member, the newest first.</summary>
    public async Task<IReadOnlyList<FollowRequestView>> Waiting(int member)
    {
        var waiting = await requests.To(member);
        var people = await authors.Get(waiting.Select(request => request.Member));
        return [.. waiting.Where(request => people.TryGetValue(request.Member, out var author) && !author.Suspended).Select(request => new FollowRequestView(
            new(people[request.Member].Handle, people[request.Member].Nickname, people[request.Member].Bot), DateTimeOffset.FromUnixTimeMilliseconds(request.Created)))];
    }

    public async Task Approve(int member, string handle)
    {
        var follower = await Find(handle);
        await Grain(member).Approve(follower);
        await tail.Settled(tail.Shape.QueueOf(follower));
    }

    public async Task TurnAway(int member, string handle)
    {
        var follower = await Find(handle);
        await Grain(member).TurnAway(follower);
        await tail.Settled(tail.Shape.QueueOf(follower));
    }

    private IFollowersGrain Grain(int member) => grains.GetGrain<IFollowersGrain>(member);

    private async Task<int> Find(string handle) =>
        Handle.Fold(handle) is { } folded && await authors.Find(folded) is { } author ? author.Number : throw Errors.NotFound("member");
}
