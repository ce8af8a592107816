using Dapper;

namespace OrleansMixi.Storage;

/// <summary>Compares an id with its own queue's place in a vector, in SQL both databases read.</summary>
internal static class Vectors
{
    /// <summary>The place of a queue in the vector: <c>case a.queue when 0 then @v0 …</c>.</summary>
    public static string Sql(string queueColumn, string prefix, long[] vector) =>
        $"case {queueColumn} {string.Join(' ', vector.Select((_, queue) => $"when {queue} then @{prefix}{queue}"))} else -1 end";

    /// <summary>The parameters of <see cref="Sql"/> beside others.</summary>
    public static DynamicParameters Parameters(string prefix, long[] vector, object? others = null)
    {
        var parameters = new DynamicParameters(others);
        for (var queue = 0; queue < vector.Length; queue++)
        {
            parameters.Add(prefix + queue, vector[queue]);
        }

        return parameters;
    }
}
