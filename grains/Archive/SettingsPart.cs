using System.Text.Json;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Notifications;
using OrleansMixi.Posts;
using OrleansMixi.Privacy;

namespace OrleansMixi.Archive;

/// <summary>The settings. A choice that was made here already stays.</summary>
internal sealed class SettingsPart(PrivacyStore privacy, NotificationSwitches switches, PostLog log, IGrainFactory grains) : ArchivePart<SettingsLine>("settings")
{
    private static readonly Dictionary<string, NotificationKind> Kinds = NotificationKinds.All.ToDictionary(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()));

    protected override async IAsyncEnumerable<SettingsLine> Lines(ArchiveOwner owner)
    {
        var chosen = await privacy.Of(owner.Member);
        var off = await switches.Off(owner.Member);
        yield return new(
            "Settings", (await grains.GetGrain<IUserGrain>(owner.Member).Settings()).HideBots, chosen.MessagesFrom.ToString().ToLowerInvariant(), chosen.Footprints, chosen.Presence, chosen.Announce,
            [.. Kinds.Where(kind => (off & kind.Value.Bit()) != 0).Select(kind => kind.Key).Order(StringComparer.Ordinal)]);
    }

    protected override string Key(SettingsLine line) => "settings";

    protected override void Check(SettingsLine line) => From(line.MessagesFrom);

    protected override async Task<IReadOnlyList<LineOutcome>> Take(ArchiveOwner owner, IReadOnlyList<SettingsLine> lines)
    {
        var outcomes = new LineOutcome[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            outcomes[i] = new(await Bots(owner.Member, lines[i]) | await Privacy(owner.Member, lines[i]) | await Switches(owner.Member, lines[i]) ? LineResult.Added : LineResult.Present);
        }

        return outcomes;
    }

    private async Task<bool> Bots(int member, SettingsLine line)
    {
        var grain = grains.GetGrain<IUserGrain>(member);
        var settings = await grain.Settings();
        if (!line.HideBots || settings.HideBots)
        {
            return false;
        }

        await grain.ChangeSettings(settings with { HideBots = true });
        return true;
    }

    private async Task<bool> Privacy(int member, SettingsLine line)
    {
        var wanted = new PrivacySettings(From(line.MessagesFrom), line.Footprints ?? true, line.Presence ?? true, line.Announce ?? true);
        if (wanted == PrivacySettings.Default || await privacy.Of(member) != PrivacySettings.Default)
        {
            return false;
        }

        await privacy.Keep(member, wanted);
        await log.Append(new(ActivityKind.Member, member, member, Topic.User(member)));
        return true;
    }

    private async Task<bool> Switches(int member, SettingsLine line)
    {
        // A kind that this town does not know can't be switched off here.
        var off = (line.Off ?? []).Select(word => Kinds.GetValueOrDefault(word)).Where(kind => kind != default).Aggregate(0L, (bits, kind) => bits | kind.Bit());
        if (off == 0 || await switches.Off(member) != 0)
        {
            return false;
        }

        await switches.Keep(member, off);
        return true;
    }

    private static MessagesFrom From(string? word) => word switch
    {
        null or "friends" => MessagesFrom.Friends,
        "everyone" => MessagesFrom.Everyone,
        _ => throw Errors.Invalid("messagesFrom", "'messagesFrom' is 'friends' or 'everyone'."),
    };
}
