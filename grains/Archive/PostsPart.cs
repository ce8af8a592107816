using OrleansMixi.Communities;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Reactions;

namespace OrleansMixi.Archive;

/// <summary>
/// Posts and diaries, each under the id that it had first. Reading them puts those of the own topic into the own feed at
/// their dates, silently; what stood in communities has no place elsewhere.
/// </summary>
internal sealed class PostsPart(
    OwnPosts own, SilentEntries entries, OwnGroups groups, PostAttachments attachments, OwnBoards boards, PostStore posts, AuthorStore authors, TopicNames names, Sight sight, ViewerStore viewers,
    IGrainFactory grains, TimeProvider time)
    : ArchivePart<PostLine>("posts")
{
    private const int Page = 500;

    protected override async IAsyncEnumerable<PostLine> Lines(ArchiveOwner owner)
    {
        var viewer = await viewers.Find(owner.Member);
        foreach (var page in (await own.Ids(owner.Member, comments: false)).Chunk(Page))
        {
            var ids = Array.ConvertAll(page, key => key.Id);
            var first = await own.First(ids);
            var stories = await posts.Get([.. first.Values.Select(post => post.Header.Story).Where(story => story != 0).Distinct()]);
            var sources = await own.Sources([.. ids, .. stories.Values.Where(story => story.Author == owner.Member).Select(story => story.Id)]);
            var shown = await attachments.Of(owner.Member, [.. (await posts.Get(ids)).Values]);
            var (events, polls) = (await boards.Events(ids), await boards.Polls(ids));
            foreach (var post in ids.Select(first.GetValueOrDefault).OfType<Activity>())
            {
                if (await sight.CanSee(viewer, post.Header))
                {
                    var (pictures, album) = shown.GetValueOrDefault(post.Header.Id);
                    var line = await Line(owner, post, sources, stories.GetValueOrDefault(post.Header.Story)) with { Album = album, Attachment = pictures is { Count: > 0 } ? pictures : null };
                    yield return Board(line, events.GetValueOrDefault(post.Header.Id), polls.GetValueOrDefault(post.Header.Id));
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
        var groupsHere = await groups.Of(owner.Member);
        for (int done = 0, run; done < lines.Count; done += run)
        {
            run = PostLines.Run(lines, done, line => line.Quote);
            await Take(owner, groupsHere, [.. lines.Skip(done).Take(run)], outcomes.AsMemory(done, run));
        }

        return outcomes;
    }

    private async Task Take(ArchiveOwner owner, IReadOnlyDictionary<int, string> groupsHere, IReadOnlyList<PostLine> lines, Memory<LineOutcome> outcomes)
    {
        var present = await own.Find(owner.Member, [.. lines.Select(line => line.Id), .. lines.Where(line => line.QuoteBy is null).Select(line => line.Quote).OfType<string>()]);
        var fresh = new List<(int Place, LogEntry Entry)>();
        for (var i = 0; i < lines.Count; i++)
        {
            outcomes.Span[i] = new(present.ContainsKey(lines[i].Id) ? LineResult.Present : LineResult.Kept);
            if (outcomes.Span[i].Result == LineResult.Present)
            {
                continue;
            }

            var story = lines[i].Context is null && lines[i].Kind != ArchiveWords.Of(PostForm.News) ? await Shown(lines[i], present) : null;
            var (media, refusal) = story is null ? (null, await attachments.Keep(owner, lines[i])) : await attachments.Take(owner, lines[i]);
            if (refusal is not null)
            {
                outcomes.Span[i] = LineOutcome.Refused(refusal);
            }
            else if (story is not null)
            {
                var audience = GroupsPart.Here(owner, groupsHere, ArchiveWords.Audience(lines[i].Audience!));
                fresh.Add((i, PostLines.Entry(owner, lines[i], Topic.User(owner.Member), story.Value, audience, media)));
            }
        }

        var written = await entries.Write(fresh.ConvertAll(post => post.Entry));
        for (var i = 0; i < written.Length; i++)
        {
            outcomes.Span[fresh[i].Place] = written[i];
            if (written[i].Result == LineResult.Added && (fresh[i].Entry.Flags & ActivityFlags.Share) != 0)
            {
                await grains.GetGrain<IPostGrain>(fresh[i].Entry.Target).Counted(owner.Member);
            }
        }

        await Settle(owner, lines, fresh, written);
    }

    private async Task Settle(ArchiveOwner owner, IReadOnlyList<PostLine> lines, List<(int Place, LogEntry Entry)> fresh, LineOutcome[] written)
    {
        for (var i = 0; i < written.Length; i++)
        {
            await attachments.Settle(owner.Member, fresh[i].Entry, written[i].Result);
        }

        // Also those that are here already: a host may have died right after it wrote them.
        foreach (var (source, post) in await own.Find(owner.Member, [.. lines.Where(line => line.Album is not null).Select(line => line.Id)]))
        {
            if (PostId.Format(post) != source)
            {
                await attachments.Announced(post);
            }
        }
    }

    private static PostLine Board(PostLine line, EventRow? happening, (long Ends, IReadOnlyList<string> Options) poll) => line with
    {
        StartTime = happening is null ? null : ArchiveTime.Text(happening.Starts),
        TimeZone = happening?.Zone,
        Location = happening?.Place,
        Places = happening is { Places: > 0 } ? happening.Places : null,
        EndTime = poll.Options is null ? null : ArchiveTime.Text(poll.Ends),
        OneOf = poll.Options,
    };

    /// <summary>The own post that a share or quote shows, 0 for what shows none; null if it is not here.</summary>
    private async ValueTask<long?> Shown(PostLine line, IReadOnlyDictionary<string, long> present) =>
        line.Quote is null ? 0
        : line.QuoteBy is null && present.TryGetValue(line.Quote, out var id) && await posts.Find(id) is { Header.IsShare: false, Topic.Kind: not TopicKind.Thread } ? id
        : null;

    private async Task<PostLine> Line(ArchiveOwner owner, Activity post, IReadOnlyDictionary<long, string> sources, Post? story)
    {
        var topic = Topic.Of(post.Header.Topic);
        var mine = story?.Author == owner.Member;
        return PostLines.Line(post, sources[post.Header.Id]) with
        {
            Context = topic == Topic.User(owner.Member) ? null : (await names.Find(topic))?.ToString(),
            Quote = story is null ? null : mine ? sources[story.Id] : PostId.Format(story.Id),
            QuoteBy = story is null || mine ? null : (await authors.Find(story.Author))?.Handle,
            Audience = ArchiveWords.Of(post.Header.Audience),
        };
    }
}
