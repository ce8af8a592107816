using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>The profile. It is taken into an account whose own profile is still as it was made; nothing that somebody wrote is overwritten.</summary>
internal sealed class ProfilePart(MemberStore members, PostLog log, IGrainFactory grains) : ArchivePart<ProfileLine>("profile")
{
    private const string Bot = "Service";

    protected override async IAsyncEnumerable<ProfileLine> Lines(ArchiveOwner owner)
    {
        var settings = await grains.GetGrain<IUserGrain>(owner.Member).Settings();
        yield return new(owner.Row.Bot != 0 ? Bot : "Person", owner.Row.Handle, owner.Row.Nickname, settings.Introduction, owner.Row.Language);
    }

    protected override string Key(ProfileLine line) => "profile";

    protected override void Check(ProfileLine line)
    {
        PostRules.Text("name", line.Name, MemberStore.MaxNickname);
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
            outcomes[i] = new(await Fill(owner, lines[i]) ? LineResult.Added : LineResult.Present);
        }

        return outcomes;
    }

    private async Task<bool> Fill(ArchiveOwner owner, ProfileLine line)
    {
        var row = await members.Find(owner.Member) ?? owner.Row;
        var grain = grains.GetGrain<IUserGrain>(owner.Member);
        var settings = await grain.Settings();
        var fresh = row.Nickname == row.Handle && settings.Introduction.Length == 0;
        var wanted = (Name: line.Name, Bot: line.Type == Bot, Language: row.Language ?? line.Language);
        if (!fresh || (wanted == (row.Nickname, row.Bot != 0, row.Language) && line.Summary == settings.Introduction))
        {
            return false;
        }

        await grain.ChangeSettings(settings with { Introduction = line.Summary });
        await members.Rename(owner.Member, wanted.Name, wanted.Bot, wanted.Language);
        await log.Append(new(ActivityKind.Member, owner.Member, owner.Member, Topic.User(owner.Member)));
        return true;
    }
}
