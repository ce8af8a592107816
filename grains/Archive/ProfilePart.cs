using OrleansMixi.Log;
using OrleansMixi.Media;
using OrleansMixi.Members;
using OrleansMixi.Posts;
using OrleansMixi.Profiles;

namespace OrleansMixi.Archive;

/// <summary>The profile. Name, fields and picture are each taken where they are still as they were made; nothing that somebody wrote is overwritten.</summary>
internal sealed class ProfilePart(
    MemberStore members, AuthorStore authors, MediaStore media, MediaPlaces places, ArchiveSources sources, ArchivePictures pictures, OwnGroups groups, PostLog log, IGrainFactory grains)
    : ArchivePart<ProfileLine>("profile")
{
    /// <summary>The type of a member who is a bot.</summary>
    public const string Bot = "Service";

    private static readonly string Untouched = ArchiveJson.Write(new Profile());

    protected override async IAsyncEnumerable<ProfileLine> Lines(ArchiveOwner owner)
    {
        var profile = await grains.GetGrain<IProfileGrain>(owner.Member).Read();
        yield return ProfileLines.Of(owner.Row, profile, await Shown(owner.Member, (await authors.Find(owner.Member))?.Picture ?? 0), await Shown(owner.Member, profile.Look.Header));
    }

    protected override string Key(ProfileLine line) => "profile";

    protected override void Check(ProfileLine line)
    {
        PostRules.Text("name", line.Name, MemberStore.MaxNickname);
        AttachmentLines.Check([.. new[] { line.Icon, line.Image }.OfType<AttachmentLine>()], 2);
        ProfileLines.Read(line, audience => audience);
        if (line.Name.Trim().Length == 0 || line.Language is { Length: 0 or > PostRules.MaxLanguage })
        {
            throw Errors.Invalid("name", "'name' is empty, or 'language' is no language tag.");
        }
    }

    protected override async Task<IReadOnlyList<LineOutcome>> Take(ArchiveOwner owner, IReadOnlyList<ProfileLine> lines)
    {
        var outcomes = new LineOutcome[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            var row = await members.Find(owner.Member) ?? owner.Row;
            var added = await Fields(owner, lines[i]) | await Picture(owner, lines[i].Icon) | await Header(owner, lines[i].Image) | await Names(row, lines[i]);
            outcomes[i] = new(added ? LineResult.Added : LineResult.Present);
            await (added ? log.Append(new(ActivityKind.Member, owner.Member, owner.Member, Topic.User(owner.Member))) : Task.CompletedTask);
        }

        return outcomes;
    }

    private async Task<bool> Names(MemberRow row, ProfileLine line)
    {
        var wanted = (line.Name, Bot: line.Type == Bot, Language: row.Language ?? line.Language);
        if (row.Nickname != row.Handle || wanted == (row.Nickname, row.Bot != 0, row.Language))
        {
            return false;
        }

        await members.Rename(row.Number, wanted.Name, wanted.Bot, wanted.Language);
        return true;
    }

    private async Task<bool> Fields(ArchiveOwner owner, ProfileLine line)
    {
        var grain = grains.GetGrain<IProfileGrain>(owner.Member);
        var groupsHere = await groups.Of(owner.Member);
        var wanted = ProfileLines.Read(line, audience => GroupsPart.Here(owner, groupsHere, audience));
        if (ArchiveJson.Write(await grain.Read()) != Untouched || ArchiveJson.Write(wanted) == Untouched)
        {
            return false;
        }

        await grain.Change(wanted);
        return true;
    }

    private async Task<bool> Picture(ArchiveOwner owner, AttachmentLine? icon) =>
        icon is not null && await authors.Find(owner.Member) is { Picture: 0 } && (await pictures.Take(owner, icon)).Row is { } row && await places.ToProfile(owner.Member, row.Id);

    private async Task<bool> Header(ArchiveOwner owner, AttachmentLine? image)
    {
        var grain = grains.GetGrain<IProfileGrain>(owner.Member);
        var profile = await grain.Read();
        if (image is null || profile.Look.Header != 0 || (await pictures.Take(owner, image)).Row is not { } row || !(row.Place == MediaPlace.Header || await places.ToHeader(owner.Member, row.Id)))
        {
            return false;
        }

        await grain.Change(profile with { Look = profile.Look with { Header = row.Id } });
        return true;
    }

    private async Task<AttachmentLine?> Shown(int member, long id) =>
        id != 0 && await media.Find(id) is { } row
            ? AttachmentLines.Of(row, (await sources.Of(member, SourceKind.Picture, [id]))[id])
            : null;
}
