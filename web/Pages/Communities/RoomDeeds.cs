using OrleansMixi.Communities;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Communities;

/// <summary>What a member does in one community; every answer comes when this host shows it.</summary>
internal sealed class RoomDeeds(
    int member, CommunityProfile room, CommunityDoor door, CommunityCall call, People people, PersonaDesk personas, BoardWriter boards, IGrainFactory grains, TimeProvider time)
{
    public async Task Do(Func<ICommunityGrain, int, Task> deed)
    {
        await deed(grains.GetGrain<ICommunityGrain>(room.Number), member);
        await call.Settled();
    }

    public async Task About(string? handle, Func<ICommunityGrain, int, int, Task> deed)
    {
        var other = await people.Find(handle?.Trim().TrimStart('@') ?? "");
        await Do((grain, me) => deed(grain, me, other));
    }

    public Task Change(ChangeRequest request) => Do((grain, me) => grain.Change(me, request.ToChange()));

    public Task LetIn(string handle) => door.LetIn(member, room.Slug, handle);

    public async Task ComeInAs(string nickname)
    {
        await personas.Choose(member, room.Slug, nickname);
        await grains.GetGrain<IUserGrain>(member).Follow(Topic.Community(room.Number));
        await call.Settled();
    }

    public Task Begin(TopicRequest request, string? key) => boards.Begin(member, room, request, key);

    public Task Announce(EventRequest request, string? key) => boards.Announce(member, room, request, key);

    public Task ChangeEvent(string id, EventChangeRequest request) => boards.Change(member, room, id, request);

    public Task Take(string id, bool part) => boards.Take(member, room, id, part);

    public Task Ask(string question, IReadOnlyList<string> options, long days, string? key) =>
        boards.Ask(member, room, new(question, options, time.GetUtcNow() + Days(days)), key);

    public Task Vote(string id, int option) => boards.Vote(member, room, id, option);

    /// <summary>The end of a bar of so many days; 0 is without end.</summary>
    public long Until(long days) => days == 0 ? 0 : (time.GetUtcNow() + Days(days)).ToUnixTimeMilliseconds();

    private static TimeSpan Days(long days) => TimeSpan.FromDays(Math.Min(days, 36_500));
}
