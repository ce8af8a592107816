using Dapper;
using OrleansMixi.Log;
using OrleansMixi.Storage;

namespace OrleansMixi.Archive;

/// <summary>
/// Pictures and albums by the ids that they had where they were made first. What its owner took away since is still known,
/// so that it does not come back.
/// </summary>
public sealed class ArchiveSources(Database database)
{
    /// <summary>Numbers by source: those that were imported under it, also when they are gone, and those of this town that it is the id of.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Find(int member, SourceKind kind, IReadOnlyCollection<string> sources)
    {
        var found = new Dictionary<string, long>();
        if (sources.Count == 0)
        {
            return found;
        }

        await using var connection = await database.Open();
        foreach (var (source, id) in await connection.QueryAsync<(string Source, long Id)>(
            $"select source, id from archive_sources where member = @member and kind = @kind and source {(database.IsPostgres ? "= any(@sources)" : "in @sources")}",
            new { member, kind = (int)kind, sources = sources.Distinct().ToArray() }))
        {
            found[source] = id;
        }

        var own = sources.Where(source => !found.ContainsKey(source)).Select(source => PostId.TryParse(source, out var id) ? id : 0).Where(id => id != 0).Distinct().ToList();
        foreach (var id in await connection.QueryAsync<long>(
            $"select t.id from {(kind == SourceKind.Album ? "albums" : "media")} t join {database.Rows("ids")} on ids.id = t.id where t.owner = @member", new { member, ids = database.List(own) }))
        {
            found[PostId.Format(id)] = id;
        }

        return found;
    }

    /// <summary>Sources by number: the id that each had elsewhere, or its own one.</summary>
    public async Task<IReadOnlyDictionary<long, string>> Of(int member, SourceKind kind, IReadOnlyCollection<long> ids)
    {
        await using var connection = await database.Open();
        var known = (await connection.QueryAsync<(long Id, string Source)>(
            $"select s.id, s.source from archive_sources s join {database.Rows("ids")} on ids.id = s.id where s.member = @member and s.kind = @kind",
            new { member, kind = (int)kind, ids = database.List(ids) })).ToLookup(row => row.Id, row => row.Source);
        return ids.Distinct().ToDictionary(id => id, id => known[id].FirstOrDefault() ?? PostId.Format(id));
    }

    /// <summary>Notes what stands for a source from now on.</summary>
    public async Task Keep(int member, SourceKind kind, string source, long id)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "insert into archive_sources (member, kind, source, id) values (@member, @kind, @source, @id) on conflict (member, kind, source) do update set id = excluded.id",
            new { member, kind = (int)kind, source, id });
    }
}
