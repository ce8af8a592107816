using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Circles;

/// <summary>Reads and changes a member's friend groups; when it answers, this host shows what was changed.</summary>
internal sealed class CircleDesk(IGrainFactory grains, FriendGroups groups, AuthorStore authors, LogTail tail)
{
    /// <summary>The close friends, then the groups by name.</summary>
    public async Task<IReadOnlyList<GroupView>> Of(int member)
    {
        var mine = await groups.Of(member);
        var friends = await authors.Get(mine.SelectMany(group => group.Friends).Distinct());
        return [.. mine.Select(group => new GroupView(group.Number, group.Name, Word(group.Number), [.. group.Friends.Where(friends.ContainsKey).Select(friend => View(friends[friend]))]))];
    }

    /// <summary>One group; refuses one that the member does not have.</summary>
    public async Task<GroupView> Find(int member, int number) =>
        (await Of(member)).FirstOrDefault(group => group.Number == number) ?? throw Errors.NotFound("friend group");

    public async Task<int> Create(int member, string name)
    {
        var number = await Grain(member).Create(name);
        await Settle(member);
        return number;
    }

    public Task Rename(int member, int number, string name) => Settled(member, grain => grain.Rename(number, name));

    public Task Remove(int member, int number) => Settled(member, grain => grain.Remove(number));

    public async Task Fill(int member, int number, IEnumerable<string> handles)
    {
        var friends = new List<int>();
        foreach (var handle in handles)
        {
            if (Handle.Fold(handle) is { } folded && await authors.Find(folded) is { } author)
            {
                friends.Add(author.Number);
            }
        }

        await Settled(member, grain => grain.Fill(number, friends));
    }

    public async Task Place(int member, int number, string handle, bool inside)
    {
        var friend = Handle.Fold(handle) is { } folded && await authors.Find(folded) is { } author ? author.Number : throw Errors.NotFound("member");
        await Settled(member, grain => grain.Place(number, friend, inside));
    }

    /// <summary>A group in an address or body: its number, or <c>close</c>.</summary>
    public static int Number(string word) => word == "close" ? FriendGroup.Close
        : int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
        : throw Errors.NotFound("friend group");

    private static string Word(int number) => number == FriendGroup.Close ? "close" : $"group:{number}";

    private static AuthorView View(Author author) => new(author.Handle, author.Nickname, author.Bot);

    private async Task Settled(int member, Func<ICirclesGrain, Task> change)
    {
        await change(Grain(member));
        await Settle(member);
    }

    private ICirclesGrain Grain(int member) => grains.GetGrain<ICirclesGrain>(member);

    private Task Settle(int member) => tail.Settled(tail.Shape.QueueOf(member));
}
