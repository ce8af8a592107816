using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;

namespace OrleansMixi.Mutes;

/// <summary>Shows before a mute is saved what it would have hidden in the last days of the home timeline.</summary>
internal sealed class MutePreviews(HomeReader home, ViewerStore viewers, MuteStore mutes, Sight sight, PostViews views, TimeProvider time)
{
    private const int Days = 7;
    private const int MaxLooked = 1_000;
    private const int MaxExamples = 5;

    /// <summary>Looks back through what the member was shown, as if this mute were not yet there.</summary>
    public async Task<MutePreview> Of(int member, MuteRule rule)
    {
        var now = time.GetUtcNow();
        var others = (await mutes.Of(member)).Where(other => (other.Kind, other.Value) != (rule.Kind, rule.Value));
        var viewer = await viewers.Find(member) with { Mutes = MuteSet.Of(others, now.ToUnixTimeMilliseconds()) };
        var would = viewer with { Mutes = MuteSet.Of([rule], 0) };
        var since = now.AddDays(-Days).ToUnixTimeMilliseconds();
        var (looked, hidden, examples) = (0, 0, new List<Post>());
        string? before = null;
        while (looked < MaxLooked)
        {
            var page = await home.Read(viewer, before, TimelineReader.MaxLimit);
            foreach (var post in page.Items.Select(item => item.Post))
            {
                if (PostId.UnixMs(post.Id) < since)
                {
                    return await Preview(true);
                }

                looked++;
                if (!Visibility.Wants(would, post, home: true, await sight.Of(post.Header)))
                {
                    hidden++;
                    if (examples.Count < MaxExamples)
                    {
                        examples.Add(post);
                    }
                }
            }

            before = page.Next?.Encode();
            if (before is null)
            {
                return await Preview(true);
            }
        }

        return await Preview(false);

        async Task<MutePreview> Preview(bool whole)
        {
            var made = await views.Of(examples);
            return new(Days, looked, hidden, whole, [.. examples.Where(post => made.ContainsKey(post.Id)).Select(post => made[post.Id])]);
        }
    }
}
