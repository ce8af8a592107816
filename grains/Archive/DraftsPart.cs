using System.Security.Cryptography;
using System.Text;
using OrleansMixi.Diaries;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>Diaries that are not posted yet. A draft is known by what it says.</summary>
internal sealed class DraftsPart(DraftStore drafts, OwnGroups groups) : ArchivePart<DraftLine>("drafts")
{
    protected override async IAsyncEnumerable<DraftLine> Lines(ArchiveOwner owner)
    {
        foreach (var line in (await drafts.Of(owner.Member)).Select(Line).DistinctBy(Key).OrderBy(Key, StringComparer.Ordinal))
        {
            yield return line;
        }
    }

    protected override string Key(DraftLine line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ArchiveJson.Write(line))));

    protected override void Check(DraftLine line)
    {
        PostRules.Text("name", line.Name, PostRules.MaxTitle);
        PostRules.Text("content", line.Content, PostRules.MaxText(PostForm.Diary));
        ArchiveWords.Audience(line.Audience);
        ArchiveWords.Commenting(line.Comments);
    }

    protected override async Task<IReadOnlyList<LineOutcome>> Take(ArchiveOwner owner, IReadOnlyList<DraftLine> lines)
    {
        var outcomes = new LineOutcome[lines.Count];
        var groupsHere = await groups.Of(owner.Member);
        for (var i = 0; i < lines.Count; i++)
        {
            outcomes[i] = await Take(owner, lines[i] with { Audience = ArchiveWords.Of(GroupsPart.Here(owner, groupsHere, ArchiveWords.Audience(lines[i].Audience))) });
        }

        return outcomes;
    }

    private async Task<LineOutcome> Take(ArchiveOwner owner, DraftLine line)
    {
        if ((await drafts.Of(owner.Member)).Any(draft => Key(Line(draft)) == Key(line)))
        {
            return new(LineResult.Present);
        }

        try
        {
            await drafts.Keep(owner.Member, new(0, line.Name, line.Content, ArchiveWords.Audience(line.Audience), ArchiveWords.Commenting(line.Comments), 0, null));
            return new(LineResult.Added);
        }
        catch (MixiException refusal) when (refusal.RetryAfter == 0)
        {
            return LineOutcome.Refused(refusal.Message);
        }
    }

    private static DraftLine Line(DiaryDraft draft) =>
        new("Draft", ArchiveWords.Of(draft.Audience), draft.Title, draft.Text, ArchiveWords.Of(draft.Commenting));
}
