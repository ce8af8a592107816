using System.Globalization;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>Later texts of posts and comments. The audience is not among them, so only the author reads the history of what was imported.</summary>
internal sealed class EditsPart(OwnPosts own, SilentEntries entries, PostStore posts, Sight sight, ViewerStore viewers, TimeProvider time) : ArchivePart<EditLine>("edits")
{
    private const int Page = 500;

    protected override async IAsyncEnumerable<EditLine> Lines(ArchiveOwner owner)
    {
        var viewer = await viewers.Find(owner.Member);
        var keys = (await own.Ids(owner.Member, comments: false)).Concat(await own.Ids(owner.Member, comments: true)).OrderBy(key => key.Published).ThenBy(key => key.Id);
        foreach (var page in keys.Chunk(Page))
        {
            var edits = await own.Edits(Array.ConvertAll(page, key => key.Id));
            var ids = page.Select(key => key.Id).Where(edits.Contains).ToList();
            var first = await own.First(ids);
            var sources = await own.Sources(ids);
            foreach (var post in ids.Select(first.GetValueOrDefault).OfType<Activity>())
            {
                if (await sight.CanSee(viewer, post.Header))
                {
                    foreach (var (number, edit) in edits[post.Header.Id].Index())
                    {
                        yield return new("Update", sources[post.Header.Id], ArchiveTime.Text(post.Published), number + 1, ArchiveTime.Text(edit.Published), edit.Body!.Text);
                    }
                }
            }
        }
    }

    protected override string Key(EditLine line) =>
        $"{ArchiveTime.Key(ArchiveTime.Read("published", line.Published))}|{ArchiveSource.Key(line.Object)}|{line.Number.ToString("D6", CultureInfo.InvariantCulture)}";

    protected override void Check(EditLine line)
    {
        ArchiveSource.Check("object", line.Object);
        ArchiveTime.Check("published", ArchiveTime.Read("published", line.Published), time);
        ArchiveTime.Check("updated", ArchiveTime.Read("updated", line.Updated), time);
        PostRules.Text("content", line.Content, PostRules.MaxText(PostForm.Diary));
        if (line.Number is < 1 or > 999_999)
        {
            throw Errors.Invalid("number", "'number' counts the edits of a post from 1.");
        }
    }

    protected override async Task<IReadOnlyList<LineOutcome>> Take(ArchiveOwner owner, IReadOnlyList<EditLine> lines)
    {
        var outcomes = new LineOutcome[lines.Count];
        var known = await own.Find(owner.Member, [.. lines.Select(line => line.Object)]);
        var present = await posts.Get([.. known.Values.Distinct()]);
        var fresh = new List<(int Place, LogEntry Entry)>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            outcomes[i] = new(known.ContainsKey(line.Object) ? LineResult.Present : LineResult.Kept);

            // A post of this town has its history; one that was edited here since keeps its newer text.
            if (known.TryGetValue(line.Object, out var id) && PostId.Format(id) != line.Object
                && present.TryGetValue(id, out var post) && ArchiveTime.Read("updated", line.Updated) >= post.Edited)
            {
                try
                {
                    PostRules.Check(new PostEdit(line.Content.Length == 0 && post.Body.Media is not null ? null : line.Content, null, post.Body.Media), post.Body.Form);
                    fresh.Add((i, Entry(owner, line, post)));
                }
                catch (MixiException refusal)
                {
                    outcomes[i] = LineOutcome.Refused(refusal.Message);
                }
            }
        }

        var written = await entries.Write(fresh.ConvertAll(edit => edit.Entry));
        for (var i = 0; i < written.Length; i++)
        {
            outcomes[fresh[i].Place] = written[i];
        }

        return outcomes;
    }

    private static LogEntry Entry(ArchiveOwner owner, EditLine line, Post post) => new(
        ActivityKind.Edit, owner.Member, owner.Member, post.Topic, post.Id, post.Header.Audience, post.Header.Flags | ActivityFlags.Silent, (EdgeKind)post.Header.Audience,
        post.Body with { Text = line.Content }, SourceKey.Of(line.Object, line.Number), ArchiveTime.Read("updated", line.Updated));
}
