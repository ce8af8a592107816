using Dapper;
using Microsoft.Data.Sqlite;

namespace OrleansMixi.Accounts;

/// <summary>Looks through all tables of a SQLite file for what still points at a member.</summary>
internal sealed class LeftRows(string file) : IAsyncDisposable
{
    private static readonly string[] Columns = ["member", "owner", "friend", "visitor", "author", "actor", "reporter", "founder"];

    // Tombstones of the log keep a number without words, so that readers with a cursor hear of the end; the number itself is never given again.
    private static readonly string[] Kept = ["activities.author", "activities.actor", "idempotency.author", "leavings.member", "participants.member", "messages.author", "tokens.member", "community_log.actor"];

    private readonly SqliteConnection _connection = new(file);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    /// <summary>Whether nobody's leaving is still under way.</summary>
    public async Task<bool> AllLeft() => await _connection.QuerySingleAsync<int>("select count(*) from leavings where done = 0") == 0;

    /// <summary>Columns that hold the member's number, and are not meant to.</summary>
    public async Task<IReadOnlyList<string>> Naming(string handle)
    {
        var number = await _connection.QuerySingleAsync<int>("select number from members where handle = @handle", new { handle });
        var found = new List<string>();
        foreach (var (table, column) in await All())
        {
            if (Columns.Contains(column) && !Kept.Contains($"{table}.{column}")
                && await _connection.QuerySingleAsync<int>($"select count(*) from \"{table}\" where \"{column}\" = @number", new { number }) > 0)
            {
                found.Add($"{table}.{column}");
            }
        }

        return found;
    }

    /// <summary>Columns that hold one of the texts.</summary>
    public async Task<IReadOnlyList<string>> Holding(params string[] texts)
    {
        var found = new List<string>();
        foreach (var (table, column) in await All())
        {
            foreach (var text in texts)
            {
                if (await _connection.QuerySingleAsync<int>($"select count(*) from \"{table}\" where typeof(\"{column}\") = 'text' and instr(\"{column}\", @text) > 0", new { text }) > 0)
                {
                    found.Add($"{table}.{column}: {text}");
                }
            }
        }

        return found;
    }

    private async Task<IReadOnlyList<(string Table, string Column)>> All() =>
        [.. await _connection.QueryAsync<(string, string)>("select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'")];
}
