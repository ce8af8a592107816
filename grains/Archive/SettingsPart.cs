using OrleansMixi.Members;

namespace OrleansMixi.Archive;

/// <summary>The settings. A choice that was made here already stays.</summary>
internal sealed class SettingsPart(IGrainFactory grains) : ArchivePart<SettingsLine>("settings")
{
    protected override async IAsyncEnumerable<SettingsLine> Lines(ArchiveOwner owner)
    {
        yield return new("Settings", (await grains.GetGrain<IUserGrain>(owner.Member).Settings()).HideBots);
    }

    protected override string Key(SettingsLine line) => "settings";

    protected override void Check(SettingsLine line)
    {
    }

    protected override async Task<IReadOnlyList<LineOutcome>> Take(ArchiveOwner owner, IReadOnlyList<SettingsLine> lines)
    {
        var grain = grains.GetGrain<IUserGrain>(owner.Member);
        var settings = await grain.Settings();
        var change = lines.Any(line => line.HideBots) && !settings.HideBots;
        if (change)
        {
            await grain.ChangeSettings(settings with { HideBots = true });
        }

        return [.. lines.Select(_ => new LineOutcome(change ? LineResult.Added : LineResult.Present))];
    }
}
