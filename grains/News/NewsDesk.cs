using System.Security.Cryptography;
using System.Text;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.News;

/// <summary>Posts items of outside feeds into a category, each once, oldest first, in the name of the town's news bot.</summary>
public sealed class NewsDesk(PostLog log, NewsFeedStore seen, MemberStore members)
{
    /// <summary>The news bot's handle.</summary>
    public const string Bot = "newsbot";

    /// <summary>Posts what was not posted yet; answers how many items that were.</summary>
    public async Task<int> Publish(int category, IReadOnlyList<FeedItem> items)
    {
        var bot = await Author();
        var posted = 0;
        foreach (var item in items.Reverse())
        {
            // By guid and by link: some feeds change the one, some the other.
            var keys = new[] { item.Key, item.Link ?? item.Key }.Distinct().Select(key => SHA256.HashData(Encoding.UTF8.GetBytes(key))).ToArray();
            if (await AnySeen(category, keys))
            {
                continue;
            }

            await Publish(bot, category, item, $"news-{category}-{Convert.ToHexString(keys[0])[..40]}");
            posted++;
            foreach (var key in keys)
            {
                await seen.Mark(category, key);
            }
        }

        return posted;
    }

    /// <summary>Posts one item under an idempotency key.</summary>
    public async Task Publish(MemberRow bot, int category, FeedItem item, string key)
    {
        var text = item.Summary.Length > 0 ? item.Summary : item.Title;
        var draft = new PostDraft(Topic.News(category), PostForm.News, item.Title, text, Audience.Everyone, item.Language, item.Link, key);
        PostRules.Check(draft);
        await log.Append(new(
            ActivityKind.Post, bot.Number, bot.Number, draft.Topic, 0, Audience.Everyone, ActivityFlags.Bot,
            Body: new(PostForm.News, draft.Title, text, draft.Language, draft.Link), Key: key));
    }

    /// <summary>The news bot's account, made if there is none.</summary>
    public async Task<MemberRow> Author()
    {
        try
        {
            return await members.Find(Bot) ?? await members.Create(Bot, "みなとニュース / News", bot: true);
        }
        catch (MixiException refusal) when (refusal.Code == "handle-taken")
        {
            // Another host made it at this moment.
            return await members.Find(Bot) ?? throw Errors.Unavailable();
        }
    }

    private async Task<bool> AnySeen(int category, byte[][] keys)
    {
        foreach (var key in keys)
        {
            if (await seen.Seen(category, key))
            {
                return true;
            }
        }

        return false;
    }
}
