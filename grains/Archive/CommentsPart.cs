using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Reactions;

namespace OrleansMixi.Archive;

/// <summary>Comments that the member wrote. Those under own posts find their place again; those under posts of others are kept.</summary>
internal sealed class CommentsPart(
    OwnPosts own, SilentEntries entries, PostStore posts, AuthorStore authors, Sight sight, ViewerStore viewers, IGrainFactory grains, TimeProvider time)
    : ArchivePart<PostLine>("comments")
{
    private const int Page = 500;

    protected override async IAsyncEnumerable<PostLine> Lines(ArchiveOwner owner)
    {
        var viewer = await viewers.Find(owner.Member);
        foreach (var page in (await own.Ids(owner.Member, comments: true)).Chunk(Page))
        {
            var ids = Array.ConvertAll(page, key => key.Id);
            var comments = await own.First(ids);
            var roots = await posts.Get([.. comments.Values.Select(comment => comment.Header.Topic).Distinct()]);
            var handles = await authors.Get(roots.Values.Select(root => root.Author));
            var sources = await own.Sources([.. ids, .. comments.Values.Select(comment => comment.Header.Target)]);
            foreach (var comment in ids.Select(comments.GetValueOrDefault).OfType<Activity>())
            {
                if (roots.TryGetValue(comment.Header.Topic, out var root) && await sight.CanSee(viewer, comment.Header))
                {
                    var under = root.Author == owner.Member ? null : handles[root.Author].Handle;
                    yield return PostLines.Comment(comment, sources[comment.Header.Id], sources.GetValueOrDefault(comment.Header.Target, PostId.Format(comment.Header.Target)), under);
                }
            }
        }
    }

    protected override string Key(PostLine line) => PostLines.Key(line);

    protected override void Check(PostLine line)
    {
        PostLines.Check(line, time);
        ArchiveSource.Check("inReplyTo", line.InReplyTo ?? "");
        if (line.Kind != ArchiveWords.Of(PostForm.Comment) || line.Context is not null || line.Quote is not null || line.Audience is not null || (line.Under is not null && Handle.Fold(line.Under) != line.Under))
        {
            throw Errors.Invalid("kind", "A comment has the kind 'comment', no 'context' and no 'audience'.");
        }
    }

    protected override async Task<IReadOnlyList<LineOutcome>> Take(ArchiveOwner owner, IReadOnlyList<PostLine> lines)
    {
        var outcomes = new LineOutcome[lines.Count];
        for (var done = 0; done < lines.Count;)
        {
            done += await Take(owner, lines, done, outcomes);
        }

        return outcomes;
    }

    /// <summary>Takes lines up to the first that answers one of them; answers how many it took.</summary>
    private async Task<int> Take(ArchiveOwner owner, IReadOnlyList<PostLine> lines, int from, LineOutcome[] outcomes)
    {
        var some = lines.Skip(from).Take(PostLines.Run(lines, from, line => line.InReplyTo)).ToList();
        var known = await own.Find(owner.Member, [.. some.SelectMany(line => new[] { line.Id, line.InReplyTo! })]);
        var above = await posts.Get([.. some.Where(line => line.Under is null && known.ContainsKey(line.InReplyTo!)).Select(line => known[line.InReplyTo!]).Distinct()]);
        var fresh = new List<(int Place, LogEntry Entry)>();
        for (var i = 0; i < some.Count; i++)
        {
            var line = some[i];
            outcomes[from + i] = new(known.ContainsKey(line.Id) ? LineResult.Present : LineResult.Kept);
            if (outcomes[from + i].Result == LineResult.Kept && line.Under is null && known.TryGetValue(line.InReplyTo!, out var target)
                && above.TryGetValue(target, out var answered) && await Root(owner, answered) is { } root)
            {
                fresh.Add((from + i, PostLines.Entry(owner, line, Topic.Thread(root.Id), target, root.Header.Audience)));
            }
        }

        var written = await entries.Write(fresh.ConvertAll(comment => comment.Entry));
        for (var i = 0; i < written.Length; i++)
        {
            outcomes[fresh[i].Place] = written[i];
        }

        await Task.WhenAll(fresh.Where((_, i) => written[i].Result == LineResult.Added).Select(comment => comment.Entry.Topic.Value).Distinct()
            .Select(root => grains.GetGrain<IPostGrain>(root).Counted(owner.Member)));
        return some.Count;
    }

    /// <summary>The own post that a comment stands under; null if it is somebody else's.</summary>
    private async ValueTask<Post?> Root(ArchiveOwner owner, Post answered)
    {
        var root = answered.Topic.Kind == TopicKind.Thread ? await posts.Find(answered.Topic.Value) : answered;
        return root?.Author == owner.Member ? root : null;
    }
}
