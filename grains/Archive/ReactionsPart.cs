using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Reactions;

namespace OrleansMixi.Archive;

/// <summary>Reactions that the member gave. Those to own posts find their place again; to posts of others an import never reacts.</summary>
internal sealed class ReactionsPart(
    OwnReactions reactions, OwnPosts own, PostStore posts, AuthorStore authors, Sight sight, ViewerStore viewers, IGrainFactory grains, TimeProvider time)
    : ArchivePart<ReactionLine>("reactions")
{
    protected override async IAsyncEnumerable<ReactionLine> Lines(ArchiveOwner owner)
    {
        var viewer = await viewers.Find(owner.Member);
        await foreach (var page in reactions.Of(owner.Member))
        {
            var about = await posts.Get([.. page.Select(reaction => reaction.Post).Distinct()]);
            var handles = await authors.Get(about.Values.Select(post => post.Author));
            var sources = await own.Sources([.. about.Values.Where(post => post.Author == owner.Member).Select(post => post.Id)]);
            foreach (var reaction in page)
            {
                if (about.TryGetValue(reaction.Post, out var post) && handles.TryGetValue(post.Author, out var author) && await sight.CanSee(viewer, post))
                {
                    var mine = post.Author == owner.Member;
                    yield return new("Like", ArchiveTime.Text(reaction.At), ArchiveWords.Of(reaction.Reaction), mine ? sources[post.Id] : PostId.Format(post.Id), mine ? null : author.Handle);
                }
            }
        }
    }

    protected override string Key(ReactionLine line) =>
        $"{ArchiveTime.Key(ArchiveTime.Read("published", line.Published))}|{line.By}|{ArchiveSource.Key(line.Object)}|{line.Reaction}";

    protected override void Check(ReactionLine line)
    {
        ArchiveSource.Check("object", line.Object);
        ArchiveTime.Check("published", ArchiveTime.Read("published", line.Published), time);
        ArchiveWords.Reaction(line.Reaction);
        if (line.By is not null && Handle.Fold(line.By) != line.By)
        {
            throw Errors.Invalid("by", "'by' is not a handle.");
        }
    }

    protected override async Task<IReadOnlyList<LineOutcome>> Take(ArchiveOwner owner, IReadOnlyList<ReactionLine> lines)
    {
        var viewer = await viewers.Find(owner.Member);
        var known = await own.Find(owner.Member, [.. lines.Where(line => line.By is null).Select(line => line.Object)]);
        var outcomes = new LineOutcome[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            outcomes[i] = new(lines[i].By is null ? await Take(owner, lines[i], known) : await IsHere(viewer, lines[i]) ? LineResult.Present : LineResult.Kept);
        }

        return outcomes;
    }

    private async Task<LineResult> Take(ArchiveOwner owner, ReactionLine line, IReadOnlyDictionary<string, long> known)
    {
        if (!known.TryGetValue(line.Object, out var id))
        {
            return LineResult.Kept;
        }

        // What was said about a post of this town is known here, also that it was taken back.
        if (PostId.Format(id) == line.Object || await posts.Find(id) is null
            || !await reactions.Add(owner.Member, new(id, ArchiveWords.Reaction(line.Reaction), ArchiveTime.Read("published", line.Published))))
        {
            return LineResult.Present;
        }

        await grains.GetGrain<IPostGrain>(id).Counted(owner.Member);
        return LineResult.Added;
    }

    private async Task<bool> IsHere(Viewer viewer, ReactionLine line) =>
        PostId.TryParse(line.Object, out var id) && await posts.Find(id) is { } post
        && (await authors.Find(post.Author))?.Handle == line.By && await sight.CanSee(viewer, post);
}
