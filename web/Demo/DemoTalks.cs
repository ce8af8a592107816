using OrleansMixi.Footprints;
using OrleansMixi.Members;
using OrleansMixi.Messages;

namespace OrleansMixi.Demo;

/// <summary>What the people of the demo town said to each other in private, and whom they visited.</summary>
internal sealed class DemoTalks(IGrainFactory grains, FootprintBook footprints, ViewerStore viewers)
{
    private static readonly (string Author, string? Text, string? Stamp)[] Pair =
    [
        ("yuki", "はなこさん、今朝のくるみパン、まだありますか？", null),
        ("hanako", "ふたつだけ！取っておきますね 🍞", null),
        ("yuki", null, "on-the-way"),
        ("yuki", "Could you keep one for Emma too? She has been talking about it all week.", null),
    ];

    private static readonly (string Author, string? Text, string? Stamp)[] Market =
    [
        ("hanako", "土曜の朝市、うちの店も出ます。", null),
        ("leo", "Great, I'll bring the trumpet. Ten o'clock?", null),
        ("yuki", null, "cheer"),
        ("leo", "And who takes the photos this time?", null),
    ];

    /// <summary>Says and visits it all; the members are given by handle.</summary>
    public async Task Fill(IReadOnlyDictionary<string, int> people)
    {
        var pair = await Mailbox(people["yuki"]).Open(people["hanako"]);
        await Say(people, pair, Pair);
        var market = await Mailbox(people["hanako"]).Found("土曜の朝市 / Saturday market", [people["yuki"], people["leo"]], null);
        await Say(people, market, Market);
        foreach (var visitor in new[] { "yuki", "leo", "emma" })
        {
            await footprints.Visit(await viewers.Find(people[visitor]), people["hanako"]);
        }
    }

    private async Task Say(IReadOnlyDictionary<string, int> people, long conversation, (string Author, string? Text, string? Stamp)[] lines)
    {
        foreach (var (author, text, stamp) in lines)
        {
            await Mailbox(people[author]).Send(conversation, new(text, stamp, null));
        }
    }

    private IMailboxGrain Mailbox(int member) => grains.GetGrain<IMailboxGrain>(member);
}
