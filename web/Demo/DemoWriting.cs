using OrleansMixi.Albums;
using OrleansMixi.Communities;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Reactions;

namespace OrleansMixi.Demo;

/// <summary>What the people of the demo town wrote: voices, diaries, an album, a poll, with comments and reactions.</summary>
internal sealed class DemoWriting(DemoPictures pictures, AlbumKeeper albums, BoardWriter boards, IGrainFactory grains, TimeProvider time)
{
    private static readonly DemoEntry[] Entries =
    [
        new("kenji", "港行きの始発、今日も定刻で出発です。朝もやがきれいでした。")
        {
            Picture = ("train", "海沿いを走る赤い電車"),
            Comments = [("taro", "毎朝乗ってます。いつもありがとう！"), ("kenji", "こちらこそ。今日は窓側が朝日側ですよ。")],
            Reactions = [("taro", Reaction.Iine), ("hanako", Reaction.Iine), ("emma", Reaction.Thanks)],
        },
        new("emma", "First week at the fish market. I can say おはようございます to nine people now.")
        {
            Reactions = [("yuki", Reaction.Iine), ("leo", Reaction.Laugh), ("hanako", Reaction.Love)],
            Comments = [("yuki", "十人目はわたしです。おはようございます！")],
        },
        new("hanako",
            """
            四時に起きて、港まで歩きました。

            - 灯台の明かりがまだついていて
            - 漁船が三そう、静かに出ていって
            - パン生地は**いつもより元気**でした

            帰り道、[朝市の準備](https://example.org/market)をしている人たちに会いました。土曜日が楽しみです。
            """)
        {
            Title = "夜明け前の港", Picture = ("dawn", "夜明けの港。灯台と一そうの帆船"),
            Comments = [("taro", "その時間、桟橋にいました。声をかければよかった。"), ("hanako", "次は焼きたてを持っていきますね。")],
            Reactions = [("taro", Reaction.Iine), ("yuki", Reaction.Love), ("leo", Reaction.Iine)],
        },
        new("yuki",
            """
            I tried to draw her all week. She never holds still, except when she is judging you.

            > A cat does not live in a lighthouse. A lighthouse stands around a cat.

            Next week: the two from behind the bakery.
            """)
        {
            Title = "Seven days with the grey one", Picture = ("cat", "A grey cat on a wall under the moon"), Audience = Audience.FriendsOfFriends,
            Comments = [("emma", "The quote is going on my fridge."), ("hanako", "裏の二匹、クロワッサンで買収できますよ。")],
            Reactions = [("emma", Reaction.Love), ("hanako", Reaction.Laugh)],
        },
        new("taro", "桟橋でアジが釣れはじめました。夕方、誰か行きませんか？ https://example.org/tide")
        {
            Audience = Audience.Friends,
            Comments = [("kenji", "乗務が終わったら行きます。")],
        },
        new("leo", "Warming up on the pier until sunset, come and listen! 🎺") { Fleeting = true, Reactions = [("emma", Reaction.Wow)] },
        new("yuki", "The grey one moved into the lighthouse. I think she runs it now 🐈") { Cats = true, Reactions = [("hanako", Reaction.Laugh), ("emma", Reaction.Iine)] },
        new("hanako", "パン屋の裏にも一匹。クロワッサンの匂いで来るみたいです。") { Cats = true },
        new("leo", "Saturday market, ten o'clock, bring your dancing shoes. @hanako brings the bread. #minato")
        {
            Picture = ("market", "Colourful stalls, bunting, and people at the market"), SharedBy = "hanako",
            Reactions = [("hanako", Reaction.Iine), ("yuki", Reaction.Iine), ("emma", Reaction.Love)],
        },
        new("hanako", "今朝のパンが焼けました。くるみパンは早い者勝ちです 🍞")
        {
            Picture = ("bread", "木の台に並んだ三つのパンとコーヒー"),
            Comments = [("yuki", "ひとつ取っておいてください！"), ("leo", "Two for me, and I pay in music.")],
            Reactions = [("taro", Reaction.Iine), ("yuki", Reaction.Iine), ("leo", Reaction.Love)],
        },
    ];

    /// <summary>Writes it all; the members are given by handle.</summary>
    public async Task Fill(IReadOnlyDictionary<string, int> people, CommunityProfile cats, CommunityProfile breakfast)
    {
        await Album(people["leo"]);
        await boards.Ask(
            people["hanako"], breakfast, new("日曜の朝ごはん、どれにする？ / Sunday breakfast?", ["トースト / Toast", "おにぎり / Rice balls", "パンケーキ / Pancakes"], time.GetUtcNow().AddDays(5)), null);
        foreach (var entry in Entries)
        {
            await Write(people, entry, entry.Cats ? Topic.Community(cats.Number) : Topic.User(people[entry.Author]));
        }
    }

    private async Task Write(IReadOnlyDictionary<string, int> people, DemoEntry entry, Topic topic)
    {
        var author = people[entry.Author];
        long[]? shown = entry.Picture is var (name, alt) ? [await pictures.Show(author, name, alt)] : null;
        var form = entry.Title is null ? PostForm.Voice : PostForm.Diary;
        var post = await User(author).Publish(new(topic, form, entry.Title, entry.Text, entry.Audience, null, null, Fleeting: entry.Fleeting, Media: shown));
        foreach (var (by, text) in entry.Comments)
        {
            await User(people[by]).Publish(new(topic, PostForm.Comment, null, text, Audience.Everyone, null, null, ReplyTo: post.Id));
        }

        foreach (var (by, reaction) in entry.Reactions)
        {
            await User(people[by]).React(post.Id, reaction, on: true);
        }

        if (entry.SharedBy is { } sharer)
        {
            await User(people[sharer]).Publish(new(Topic.User(people[sharer]), PostForm.Share, null, "", Audience.Everyone, null, null, Story: post.Id));
        }
    }

    private async Task Album(int leo)
    {
        var album = await albums.Make(leo, new("Evenings by the harbour / 港の夕べ", "My walk home. 帰り道の写真です。", "everyone"));
        await albums.Add(leo, album.Id, [await pictures.Show(leo, "night", "Lights of the town on dark water"), await pictures.Show(leo, "dawn", "The lighthouse in the evening sun")]);
    }

    private IUserGrain User(int member) => grains.GetGrain<IUserGrain>(member);
}
