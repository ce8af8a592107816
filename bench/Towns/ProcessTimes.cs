using System.Globalization;

namespace OrleansMixi.Towns;

/// <summary>Processor time of a process with its children, ended ones too, out of <c>/proc</c>.</summary>
internal static class ProcessTimes
{
    // Places behind the name, which ends with the last parenthesis.
    private const int Parent = 1, User = 11, OfChildren = 13, Fields = 2;
    private const double TicksPerSecond = 100;

    public static TimeSpan Of(int process)
    {
        var ticks = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && Read(folder) is { } fields)
            {
                ticks += id == process ? Sum(fields, User, OfChildren)
                    : fields[Parent] == process.ToString(CultureInfo.InvariantCulture) ? Sum(fields, User)
                    : 0;
            }
        }

        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    private static long Sum(string[] fields, params int[] pairs) =>
        pairs.Sum(first => fields[first..(first + Fields)].Sum(field => long.Parse(field, CultureInfo.InvariantCulture)));

    private static string[]? Read(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            // Ended meanwhile.
            return null;
        }
    }
}
