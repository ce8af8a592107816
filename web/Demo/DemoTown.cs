using System.Globalization;
using OrleansMixi.Communities;
using OrleansMixi.Members;
using OrleansMixi.News;
using OrleansMixi.Posts;

namespace OrleansMixi.Demo;

/// <summary>Fills an empty database with a small town: people, friendships, communities, what they write and tell each other.</summary>
internal sealed partial class DemoTown(
    MemberStore members, CommunityFounder founder, BoardWriter boards, DemoTalks talks, DemoFolk folk, DemoWriting writing, IGrainFactory grains, TimeProvider time, ILogger<DemoTown> logger)
{
    private static readonly (string One, string Other)[] Friendships =
        [("hanako", "taro"), ("hanako", "yuki"), ("taro", "kenji"), ("yuki", "emma"), ("emma", "leo"), ("leo", "hanako")];

    /// <summary>Fills the town if nobody lives there; of several hosts that try, one does it.</summary>
    public async Task Fill()
    {
        if (!await members.IsEmpty())
        {
            return;
        }

        try
        {
            var people = new Dictionary<string, int>();
            foreach (var (handle, nickname, introduction) in DemoMembers.All)
            {
                people[handle] = (await members.Create(handle, nickname)).Number;
                await User(people[handle]).ChangeSettings(new(false, introduction));
            }

            await Befriend(people);
            var (cats, breakfast) = await Found(people);
            await Boards(people, cats, breakfast);
            await folk.Fill(people);
            await writing.Fill(people, cats, breakfast);
            await talks.Fill(people);
            LogFilled(people.Count);
        }
        catch (MixiException refusal) when (refusal.Code == "handle-taken")
        {
            // Another host is filling the town at this moment.
            return;
        }
    }

    private async Task Befriend(Dictionary<string, int> people)
    {
        foreach (var (one, other) in Friendships)
        {
            await User(people[one]).RequestFriend(people[other], "よろしくね！");
            await User(people[other]).AcceptFriend(people[one]);
        }

        await User(people["kenji"]).RequestFriend(people["hanako"], "毎朝パンを買っているケンジです。");
    }

    private async Task<(CommunityProfile Cats, CommunityProfile Breakfast)> Found(Dictionary<string, int> people)
    {
        var cats = await founder.Found(people["yuki"], new("harbour-cats", "みなとの猫 / Harbour cats", "The cats of our harbour, their names and their adventures. 写真と近況をどうぞ。", Category: "animals"));
        var breakfast = await founder.Found(people["hanako"], new("breakfast-club", "朝ごはん部 / Breakfast club", "パンの話、コーヒーの話。Members read what was on the table.", "approval", "food", "listed"));
        foreach (var member in people.Values)
        {
            if (member != people["kenji"])
            {
                await User(member).Follow(Topic.Community(cats.Number));
            }

            foreach (var slug in NewsCategory.All)
            {
                await User(member).Follow(Topic.News(NewsCategory.Number(slug)));
            }
        }

        return (cats, breakfast);
    }

    private async Task Boards(Dictionary<string, int> people, CommunityProfile cats, CommunityProfile breakfast)
    {
        await boards.Begin(people["yuki"], cats, new("猫の名前を決めよう / Let's name them", "灯台の灰色の子、まだ名前がありません。The grey one has no name yet. Ideas?"), null);
        await boards.Begin(people["hanako"], breakfast, new("今朝の一枚", "けさ食べたものを教えてください。"), null);
        var saturday = time.GetUtcNow().AddDays(9).ToString("yyyy-MM-dd'T'14:00", CultureInfo.InvariantCulture);
        await boards.Announce(
            people["yuki"], cats, new("猫さんぽ / Cat walk", "港を一周して、会えた猫の数を数えます。We walk around the harbour and count cats.", saturday, "Asia/Tokyo", "灯台のふもと / below the lighthouse", 8), null);
    }

    private IUserGrain User(int member) => grains.GetGrain<IUserGrain>(member);

    [LoggerMessage(EventIds.DemoFilled, LogLevel.Information, "The demo town is filled: {People} people live in it")]
    private partial void LogFilled(int people);
}
