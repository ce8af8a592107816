using System.Security.Claims;
using Microsoft.Extensions.Options;
using OrleansMixi.Accounts;
using OrleansMixi.Friends;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.News;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;

namespace OrleansMixi.Pages.Data;

/// <summary>What the pages read, from the same parts as the API.</summary>
internal sealed class PageData(
    IGrainFactory grains, ViewerStore viewers, TimelineReader timelines, KnownTopics topics, PostStore posts, Sight sight, PostViews views, AuthorStore authors, EdgeStore edges,
    FriendRequestStore requests, MemberStore members, TokenStore tokens, InvitationStore invitations, TopicCards cards, PageCards complete, IOptions<TownOptions> town)
    : IPageData
{
    private const int MaxList = 200;

    public async Task<PageMember?> Me(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await authors.Find(user.Member()) is { Suspended: false } author
            ? new(author.Number, author.Handle, author.Nickname, await requests.Waiting(author.Number))
            : null;

    public async Task<TimelineView> Home(int viewer, string? before, int limit, CancellationToken cancellationToken) =>
        await Complete(viewer, await timelines.Home(await viewers.Find(viewer), before, limit));

    public async Task<TimelineView?> Feed(int viewer, TopicName topic, string? before, int limit, CancellationToken cancellationToken) =>
        MayRead(viewer) && await topics.Find(viewer, topic) is { } found ? await Complete(viewer, await timelines.Feed(await viewers.Find(viewer), [found], before, limit), topic) : null;

    public async Task<TimelineView> News(int viewer, string? before, int limit, CancellationToken cancellationToken) =>
        MayRead(viewer)
            ? await Complete(viewer, await timelines.Feed(await viewers.Find(viewer), [.. NewsCategory.All.Select(slug => Posts.Topic.News(NewsCategory.Number(slug)))], before, limit))
            : new([], null, "");

    public async Task<TopicCard?> Topic(int viewer, TopicName topic, CancellationToken cancellationToken) =>
        MayRead(viewer) && await topics.Find(viewer, topic) is { } found ? await cards.Head(await viewers.Find(viewer), found) : null;

    public async Task<TimelineItem?> Post(int viewer, long post, CancellationToken cancellationToken)
    {
        var seen = await viewers.Find(viewer);
        return MayRead(viewer) && await posts.Find(post) is { } found && await sight.CanSee(seen, found) && await views.Of(found) is { } view
            ? (await complete.Complete(seen, [new(view, [view.Topic])]))[0]
            : null;
    }

    public async Task<IReadOnlyList<TopicCard>> Following(int viewer, CancellationToken cancellationToken)
    {
        var seen = await viewers.Find(viewer);
        return await cards.List(seen, [.. seen.Follows.Select(Posts.Topic.Of).Take(MaxList)]);
    }

    public async Task<FriendLists> Friends(int viewer, CancellationToken cancellationToken)
    {
        var waiting = await requests.To(viewer);
        var seen = await viewers.Find(viewer);
        var people = await authors.Get(waiting.Select(request => request.Member).Concat(seen.Friends));
        return new(
            [.. waiting.Where(request => people.ContainsKey(request.Member)).Select(request => new FriendRequest(
                View(people[request.Member]), request.Message, DateTimeOffset.FromUnixTimeMilliseconds(request.Created)))],
            [.. seen.Friends.Where(people.ContainsKey).Select(friend => View(people[friend])).OrderBy(friend => friend.Handle, StringComparer.Ordinal)]);
    }

    public async Task<IReadOnlyList<AuthorView>> Blocked(int viewer, CancellationToken cancellationToken)
    {
        var blocked = (await edges.Of(viewer)).Where(edge => edge.Kind.HasFlag(EdgeKind.Block)).Select(edge => Posts.Topic.Of(edge.Topic).Number);
        return [.. (await authors.Get(blocked)).Values.OrderBy(author => author.Handle, StringComparer.Ordinal).Select(View)];
    }

    public async Task<OwnSettings> Settings(int viewer, CancellationToken cancellationToken)
    {
        var settings = await grains.GetGrain<IUserGrain>(viewer).Settings();
        var row = await members.Find(viewer);
        return new(row?.Nickname ?? "", settings.HideBots);
    }

    public async Task<IReadOnlyList<OwnToken>> Tokens(int viewer, CancellationToken cancellationToken) =>
        [.. (await tokens.Of(viewer)).Select(token => new OwnToken(
            token.Number, token.Name, token.Scopes.Split(','), DateTimeOffset.FromUnixTimeMilliseconds(token.Created)))];

    public async Task<IReadOnlyList<OwnInvitation>> Invitations(int viewer, CancellationToken cancellationToken) =>
        [.. (await invitations.Of(viewer)).Select(invitation => new OwnInvitation(
            DateTimeOffset.FromUnixTimeMilliseconds(invitation.Created), DateTimeOffset.FromUnixTimeMilliseconds(invitation.Expires), invitation.UsedBy))];

    public async Task<IReadOnlyList<AuthorView>> DemoMembers(CancellationToken cancellationToken)
    {
        var demo = new List<AuthorView>();
        foreach (var handle in town.Value.Demo ? Demo.DemoMembers.Handles : [])
        {
            if (await authors.Find(handle) is { } author)
            {
                demo.Add(View(author));
            }
        }

        return demo;
    }

    private async Task<TimelineView> Complete(int viewer, TimelineView view, TopicName? here = null) => await complete.Complete(await viewers.Find(viewer), view, here?.ToString());

    private bool MayRead(int viewer) => viewer != 0 || town.Value.PublicReading;

    private static AuthorView View(Author author) => new(author.Handle, author.Nickname, author.Bot);
}
