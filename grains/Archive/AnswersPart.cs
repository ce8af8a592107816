using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>Events that the member takes part in and votes in polls, for reading: both are a community's.</summary>
internal sealed class AnswersPart(OwnBoards boards, OwnPosts own, PostStore posts, AuthorStore authors, Sight sight, ViewerStore viewers) : ReadingPart<AnswerLine>("answers")
{
    protected override async IAsyncEnumerable<AnswerLine> Lines(ArchiveOwner owner)
    {
        var viewer = await viewers.Find(owner.Member);
        var answers = await boards.Answers(owner.Member);
        var about = await posts.Get([.. answers.Select(answer => answer.Post).Distinct()]);
        var handles = await authors.Get(about.Values.Select(post => post.Author));
        var sources = await own.Sources([.. about.Values.Where(post => post.Author == owner.Member).Select(post => post.Id)]);
        var lines = new List<AnswerLine>();
        foreach (var (id, option, at) in answers)
        {
            if (about.TryGetValue(id, out var post) && handles.TryGetValue(post.Author, out var author) && await sight.CanSee(viewer, post))
            {
                var mine = post.Author == owner.Member;
                lines.Add(new(option == 0 ? "Join" : "Vote", mine ? sources[id] : PostId.Format(id), option == 0 ? ArchiveTime.Text(at) : null, mine ? null : author.Handle, option == 0 ? null : option));
            }
        }

        foreach (var line in lines.OrderBy(Key, StringComparer.Ordinal))
        {
            yield return line;
        }
    }

    protected override string Key(AnswerLine line) => $"{line.By} {ArchiveSource.Key(line.Object)} {line.Type}";

    protected override void Check(AnswerLine line)
    {
        ArchiveSource.Check("object", line.Object);
        _ = line.Published is null ? 0 : ArchiveTime.Read("published", line.Published);
        if (line.Type is not ("Join" or "Vote") || (line.By is not null && Handle.Fold(line.By) != line.By) || line.Option is < 1)
        {
            throw Errors.Invalid("type", "An answer is a 'Join' or a 'Vote' with the number of its 'option'.");
        }
    }
}
