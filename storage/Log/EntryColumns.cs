using Npgsql;
using NpgsqlTypes;

namespace OrleansMixi.Log;

/// <summary>
/// The columns of a commit as arrays, one element for each entry. A column that holds nothing but nulls or zeros goes as an
/// empty array, which costs nothing and reads as nulls: most posts use few of the columns.
/// </summary>
internal readonly struct EntryColumns(NpgsqlParameterCollection parameters, IReadOnlyList<LogEntry> entries)
{
    public void Add<T>(string name, NpgsqlDbType type, Func<LogEntry, T> value)
    {
        var values = new T[entries.Count];
        var used = false;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(entries[i]);
            used |= !EqualityComparer<T>.Default.Equals(values[i], default);
        }

        parameters.Add(new NpgsqlParameter<T[]>(name, NpgsqlDbType.Array | type) { TypedValue = used ? values : [] });
    }
}
