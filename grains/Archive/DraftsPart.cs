using System.Security.Cryptography;
using System.Text;
using OrleansMixi.Diaries;
using OrleansMixi.Media;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>Diaries that are not posted yet. A draft is known by what it says.</summary>
internal sealed class DraftsPart(DraftStore drafts, OwnGroups groups, MediaStore media, ArchiveSources sources, ArchivePictures pictures) : ArchivePart<DraftLine>("drafts")
{
    protected override async IAsyncEnumerable<DraftLine> Lines(ArchiveOwner owner)
    {
        foreach (var line in (await Here(owner.Member)).DistinctBy(Key).OrderBy(Key, StringComparer.Ordinal))
        {
            yield return line;
        }
    }

    protected override string Key(DraftLine line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ArchiveJson.Write(line))));

    protected override void Check(DraftLine line)
    {
        PostRules.Text("name", line.Name, PostRules.MaxTitle);
        PostRules.Text("content", line.Content, PostRules.MaxText(PostForm.Diary));
        AttachmentLines.Check(line.Attachment, PostRules.MaxPictures(PostForm.Diary));
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
        if ((await Here(owner.Member)).Any(draft => IsSame(draft, line)))
        {
            return new(LineResult.Present);
        }

        var shown = new List<long>();
        foreach (var attachment in line.Attachment ?? [])
        {
            var (row, later) = await pictures.Take(owner, attachment);
            if (later)
            {
                return LineOutcome.Refused($"There is no room for '{attachment.Url}'. The draft comes with the next import that finds room.");
            }

            shown.AddRange(row is { Holder: 0 } ? [row.Id] : []);
        }

        try
        {
            await drafts.Keep(owner.Member, new(0, line.Name, line.Content, ArchiveWords.Audience(line.Audience), ArchiveWords.Commenting(line.Comments)) { Media = shown });
            return new(LineResult.Added);
        }
        catch (MixiException refusal) when (refusal.RetryAfter == 0)
        {
            return LineOutcome.Refused(refusal.Message);
        }
    }

    // Of a draft that was imported a picture may be missing that could not be taken.
    private static bool IsSame(DraftLine here, DraftLine line) =>
        here with { Attachment = null } == line with { Attachment = null }
        && (here.Attachment ?? []).All(shown => (line.Attachment ?? []).Any(attachment => attachment.Id == shown.Id));

    private async Task<IReadOnlyList<DraftLine>> Here(int member)
    {
        var all = await drafts.Of(member);
        var rows = (await media.Own(member, [.. all.SelectMany(draft => draft.Pictures).Select(picture => picture.Id).Distinct()])).ToDictionary(row => row.Id);
        var names = await sources.Of(member, SourceKind.Picture, rows.Keys);
        return [.. all.Select(draft => Line(draft, [.. draft.Pictures.Where(picture => rows.ContainsKey(picture.Id)).Select(picture => AttachmentLines.Of(rows[picture.Id], names[picture.Id]))]))];
    }

    private static DraftLine Line(DiaryDraft draft, IReadOnlyList<AttachmentLine> shown) =>
        new("Draft", ArchiveWords.Of(draft.Audience), draft.Title, draft.Text, ArchiveWords.Of(draft.Commenting), shown.Count == 0 ? null : shown);
}
