using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;

namespace OrleansMixi.Messages;

/// <summary>A line as it is inserted.</summary>
internal sealed record MessageLine(
    long Conversation, int Number, int Author, MessageKind Kind, int Target, string? Text, string? Stamp, long At, long? Key, long Hash)
{
    /// <summary>Inserts lines in one statement.</summary>
    public static Task Insert(DbConnection connection, DbTransaction transaction, IReadOnlyList<MessageLine> lines)
    {
        if (lines.Count == 0)
        {
            return Task.CompletedTask;
        }

        var sql = new StringBuilder("insert into messages (conversation, number, author, kind, target, text, stamp, at, key, hash) values ");
        var values = new DynamicParameters();
        for (var i = 0; i < lines.Count; i++)
        {
            sql.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}(@c{i}, @n{i}, @a{i}, @k{i}, @t{i}, @x{i}, @s{i}, @w{i}, @i{i}, @h{i})");
            lines[i].Bind(values, i);
        }

        return connection.ExecuteAsync(sql.ToString(), values, transaction);
    }

    /// <summary>The line as others read it.</summary>
    public Message ToMessage() => new(Conversation, Number, Author, Kind, Target, Text, Stamp, At, 0);

    private void Bind(DynamicParameters values, int place)
    {
        values.Add($"c{place}", Conversation);
        values.Add($"n{place}", Number);
        values.Add($"a{place}", Author);
        values.Add($"k{place}", (int)Kind);
        values.Add($"t{place}", Target);
        values.Add($"x{place}", Text);
        values.Add($"s{place}", Stamp);
        values.Add($"w{place}", At);
        values.Add($"i{place}", Key);
        values.Add($"h{place}", Hash);
    }
}
