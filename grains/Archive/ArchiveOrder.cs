namespace OrleansMixi.Archive;

/// <summary>Puts the lines of one file into their order.</summary>
internal static class ArchiveOrder
{
    /// <summary>Sorts lines of one moment; those of different moments come in order already.</summary>
    public static async IAsyncEnumerable<ArchiveLine> Sorted(IAsyncEnumerable<ArchiveLine> lines)
    {
        var moment = new List<ArchiveLine>();
        await foreach (var line in lines)
        {
            if (moment.Count > 0 && !Moment(moment[0].Key).SequenceEqual(Moment(line.Key)))
            {
                foreach (var before in moment.OrderBy(other => other.Key, StringComparer.Ordinal))
                {
                    yield return before;
                }

                moment.Clear();
            }

            moment.Add(line);
        }

        foreach (var last in moment.OrderBy(other => other.Key, StringComparer.Ordinal))
        {
            yield return last;
        }
    }

    /// <summary>Lines of this town and kept ones as one; where both have a line, this town's counts.</summary>
    public static async IAsyncEnumerable<ArchiveLine> Merge(IAsyncEnumerable<ArchiveLine> lines, IAsyncEnumerable<(string Key, string Line)> kept)
    {
        await using var other = kept.GetAsyncEnumerator();
        var more = await other.MoveNextAsync();
        await foreach (var line in lines)
        {
            for (; more && string.CompareOrdinal(other.Current.Key, line.Key) <= 0; more = await other.MoveNextAsync())
            {
                if (other.Current.Key != line.Key)
                {
                    yield return new(other.Current.Key, other.Current.Line);
                }
            }

            yield return line;
        }

        for (; more; more = await other.MoveNextAsync())
        {
            yield return new(other.Current.Key, other.Current.Line);
        }
    }

    private static ReadOnlySpan<char> Moment(string key) => key.IndexOf('|', StringComparison.Ordinal) is var end and >= 0 ? key.AsSpan(0, end) : key;
}
