using OrleansMixi.Introductions;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>Texts about friends, and those that friends wrote about the member and the member approved. Each is between two members of one town, so they are for reading.</summary>
internal sealed class IntroductionsPart(IntroductionStore introductions, AuthorStore authors, TimeProvider time) : ReadingPart<IntroductionLine>("introductions")
{
    // Of friends there are a thousand at most.
    private const int All = 100_000;
    private const int MaxText = 10_000;

    protected override async IAsyncEnumerable<IntroductionLine> Lines(ArchiveOwner owner)
    {
        var rows = (await introductions.By(owner.Member, All)).Concat((await introductions.About(owner.Member, All)).Where(row => row.Approved != 0)).OrderBy(row => row.Created).ToList();
        var handles = await authors.Get(rows.Select(row => row.Author).Concat(rows.Select(row => row.Member)));
        foreach (var row in rows.Where(row => handles.ContainsKey(row.Author) && handles.ContainsKey(row.Member)))
        {
            yield return new(
                "Note", ArchiveTime.Text(row.Created), row.Text, row.Author == owner.Member ? null : handles[row.Author].Handle, row.Member == owner.Member ? null : handles[row.Member].Handle,
                row.Approved == 0 ? null : ArchiveTime.Text(row.Approved));
        }
    }

    protected override string Key(IntroductionLine line) => $"{ArchiveTime.Key(ArchiveTime.Read("published", line.Published))}|{line.By} {line.About}";

    protected override void Check(IntroductionLine line)
    {
        ArchiveTime.Check("published", ArchiveTime.Read("published", line.Published), time);
        PostRules.Text("content", line.Content, MaxText);
        _ = line.Approved is null ? 0 : ArchiveTime.Read("approved", line.Approved);
        if (line.By is null == line.About is null || Handle.Fold(line.By ?? line.About!) != (line.By ?? line.About))
        {
            throw Errors.Invalid("about", "A text says in 'about' whom it introduces, or in 'by' who wrote it about the member.");
        }
    }
}
