using OrleansMixi.Circles;
using OrleansMixi.Introductions;
using OrleansMixi.Plans;
using OrleansMixi.Posts;
using OrleansMixi.Profiles;

namespace OrleansMixi.Demo;

/// <summary>What the demo town's people tell about themselves and each other.</summary>
internal sealed class DemoFolk(IGrainFactory grains, PlanGrants plans, TimeProvider time)
{
    private static readonly (string Handle, string[] Interests, Birthday Birthday, string Area)[] Profiles =
    [
        ("hanako", ["パン", "早起き", "猫", "film cameras"], new(3, 12), "みなと町・坂の下"),
        ("taro", ["釣り", "自転車", "ビール"], new(8, 2), "みなと町・桟橋"),
        ("yuki", ["drawing", "cats", "rainy days"], new(11, 22), "Minato, by the lighthouse"),
        ("kenji", ["電車", "時刻表", "お弁当"], new(10, 14), "みなと町・駅前"),
        ("emma", ["日本語", "cooking", "night trains"], new(2, 29), "Minato, harbour side"),
        ("leo", ["trumpet", "markets"], new(6, 5), "Minato"),
    ];

    private static readonly (string About, string By, string Text, bool Approved)[] Texts =
    [
        ("hanako", "taro", "朝いちばんに会いたい人。くるみパンを二つ頼むと、三つ入っています。", true),
        ("hanako", "yuki", "She names every cat behind her bakery, and remembers what each of them ate.", true),
        ("hanako", "leo", "The only baker I know who dances while the bread rises.", false),
        ("taro", "kenji", "自転車でどこまでも行く男。釣果の話は半分に聞いてください。", true),
        ("emma", "yuki", "Moved here with two suitcases and knows the whole fish market by name.", true),
    ];

    /// <summary>Fills profiles, introductions and groups of people who are friends already.</summary>
    public async Task Fill(IReadOnlyDictionary<string, int> people)
    {
        foreach (var (handle, interests, birthday, area) in Profiles)
        {
            var grain = grains.GetGrain<IProfileGrain>(people[handle]);
            await grain.Change(await grain.Read() with
            {
                Interests = interests, Birthday = birthday, BirthdayFor = Audience.Everyone, Area = area, AreaFor = Audience.Friends, Locked = handle == "yuki",
            });
        }

        foreach (var (about, by, text, approved) in Texts)
        {
            var grain = grains.GetGrain<IIntroductionsGrain>(people[about]);
            await grain.Write(people[by], text);
            if (approved)
            {
                await grain.Approve(people[by], 0);
            }
        }

        await plans.Grant(people["hanako"], PlanKind.Premium, null, time.GetUtcNow().AddDays(365), people["hanako"]);
        var hers = grains.GetGrain<IProfileGrain>(people["hanako"]);
        await hers.Change(await hers.Read() with { Look = new("sakura") });

        var circles = grains.GetGrain<ICirclesGrain>(people["hanako"]);
        await circles.Fill(FriendGroup.Close, [people["taro"], people["yuki"]]);
        await circles.Fill(await circles.Create("港の朝ごはん会"), [people["taro"], people["leo"]]);
    }
}
