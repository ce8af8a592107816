using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>
/// Posts and diaries, each under the id that it had first. Reading them puts those of the own topic into the own feed at
/// their dates, silently; what stood in communities has no place elsewhere.
/// </summary>
internal sealed class PostsPart(OwnPosts own, SilentEntries entries, OwnGroups groups, TopicNames names, Sight sight, ViewerStore viewers, TimeProvider time)
    : ArchivePart<PostLine>("posts")
{
    private const int Page = 500;

    protected override async IAsyncEnumerable<PostLine> Lines(ArchiveOwner owner)
    {
        var viewer = await viewers.Find(owner.Member);
        foreach (var page in (await own.Ids(owner.Member, comments: false)).Chunk(Page))
        {
            var ids = Array.ConvertAll(page, key => key.Id);
            var posts = await own.First(ids);
            var sources = await own.Sources(ids);
            foreach (var post in ids.Select(posts.GetValueOrDefault).OfType<Activity>())
            {
                if (await sight.CanSee(viewer, new(post.Header, post.Body!, post.Published, 0)))
                {
                    yield return await Line(owner, post, sources[post.Header.Id]);
                }
            }
        }
    }

    protected override string Key(PostLine line) => PostLines.Key(line);

    protected override void Check(PostLine line)
    {
        PostLines.Check(line, time);
        if (line.Audience is null || line.InReplyTo is not null || line.Kind == ArchiveWords.Of(PostForm.Comment))
        {
            throw Errors.Invalid("audience", "A post has an 'audience' and answers nothing; comments are in comments.jsonl.");
        }
    }

    protected override async Task<IReadOnlyList<LineOutcome>> Take(ArchiveOwner owner, IReadOnlyList<PostLine> lines)
    {
        var outcomes = new LineOutcome[lines.Count];
        var present = await own.Find(owner.Member, [.. lines.Select(line => line.Id)]);
        var groupsHere = await groups.Of(owner.Member);
        var fresh = new List<(int Place, LogEntry Entry)>();
        for (var i = 0; i < lines.Count; i++)
        {
            outcomes[i] = new(present.ContainsKey(lines[i].Id) ? LineResult.Present : LineResult.Kept);
            if (outcomes[i].Result == LineResult.Kept && lines[i].Context is null && lines[i].Kind != ArchiveWords.Of(PostForm.News))
            {
                var audience = Here(owner, groupsHere, ArchiveWords.Audience(lines[i].Audience!));
                fresh.Add((i, PostLines.Entry(owner, lines[i], Topic.User(owner.Member), 0, audience)));
            }
        }

        var written = await entries.Write(fresh.ConvertAll(post => post.Entry));
        for (var i = 0; i < written.Length; i++)
        {
            outcomes[fresh[i].Place] = written[i];
        }

        return outcomes;
    }

    /// <summary>An audience of the archive as this town knows it. A group of the same number but another name must not see what was meant for the first.</summary>
    private static Audience Here(ArchiveOwner owner, IReadOnlyDictionary<int, string> groupsHere, Audience audience) => Audiences.GroupOf(audience) switch
    {
        <= Audiences.CloseFriends => audience == Audience.Members ? Audience.Me : audience,
        var group when owner.Groups.TryGetValue(group, out var number) => Audiences.Group(number),
        var group => groupsHere.ContainsKey(group) ? Audience.Me : audience,
    };

    private async Task<PostLine> Line(ArchiveOwner owner, Activity post, string source)
    {
        var topic = Topic.Of(post.Header.Topic);
        var context = topic == Topic.User(owner.Member) ? null : (await names.Find(topic))?.ToString();
        return PostLines.Line(post, source, context, null, null, ArchiveWords.Of(post.Header.Audience));
    }
}
