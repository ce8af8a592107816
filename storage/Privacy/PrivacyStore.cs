using Dapper;
using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Storage;

namespace OrleansMixi.Privacy;

/// <summary>What members let others know and do, in this host's memory and kept true by the log.</summary>
public sealed class PrivacyStore(Database database, IOptions<LogOptions> options) : ILogFollower
{
    private readonly GenerationCache<int, PrivacySettings> _known = new(options.Value.CachedPosts / 4);

    /// <summary>One member's settings.</summary>
    public async ValueTask<PrivacySettings> Of(int member) =>
        _known.TryGet(member, out var settings) ? settings : (await Of([member]))[member];

    /// <summary>The settings of many.</summary>
    public async ValueTask<IReadOnlyDictionary<int, PrivacySettings>> Of(IReadOnlyCollection<int> members)
    {
        var found = new Dictionary<int, PrivacySettings>(members.Count);
        var missing = new List<long>();
        foreach (var member in members)
        {
            if (_known.TryGet(member, out var settings))
            {
                found[member] = settings;
            }
            else if (found.TryAdd(member, PrivacySettings.Default))
            {
                missing.Add(member);
            }
        }

        if (missing.Count > 0)
        {
            await Load(missing, found);
        }

        return found;
    }

    /// <summary>Replaces a member's settings; a member entry in the log must follow so that all hosts notice.</summary>
    public async Task Keep(int member, PrivacySettings settings)
    {
        await using (var connection = await database.Open())
        {
            await connection.ExecuteAsync(
                """
                insert into privacy (member, messages, footprints, presence, announce) values (@member, @messages, @footprints, @presence, @announce)
                on conflict (member) do update
                set messages = excluded.messages, footprints = excluded.footprints, presence = excluded.presence, announce = excluded.announce
                """,
                new { member, messages = (int)settings.MessagesFrom, footprints = settings.Footprints ? 1 : 0, presence = settings.Presence ? 1 : 0, announce = settings.Announce ? 1 : 0 });
        }

        _known.Remove(member);
    }

    /// <inheritdoc/>
    public void Applied(Activity entry)
    {
        if (entry.Header.Kind == ActivityKind.Member)
        {
            _known.Remove(entry.Header.Author);
        }
    }

    private async Task Load(List<long> missing, Dictionary<int, PrivacySettings> found)
    {
        var stamp = _known.Removals;
        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<(long Member, long Messages, long Footprints, long Presence, long Announce)>(
            $"""
            select cast(member as bigint), cast(messages as bigint), cast(footprints as bigint), cast(presence as bigint), cast(announce as bigint)
            from privacy join {database.Rows("ids")} on ids.id = member
            """,
            new { ids = database.List(missing) });
        foreach (var row in rows)
        {
            found[(int)row.Member] = new((MessagesFrom)row.Messages, row.Footprints != 0, row.Presence != 0, row.Announce != 0);
        }

        missing.ForEach(member => _known.Offer((int)member, found[(int)member], stamp));
    }
}
