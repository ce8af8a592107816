using Microsoft.Extensions.Configuration;

namespace OrleansMixi.Storage;

/// <summary>Where the data lies: <c>ConnectionStrings:Mixi</c>, else SQLite in <c>data/</c> beside the solution, else in the current folder.</summary>
public static class DatabaseLocation
{
    private const string Solution = "OrleansMixi.sln";

    /// <summary>The database of a configuration.</summary>
    public static Database Find(IConfiguration configuration) =>
        Database.Of(configuration.GetConnectionString("Mixi") is { Length: > 0 } given ? given : $"Data Source={Path.Combine(DataFolder(), "mixi.db")}");

    /// <summary>The folder for data.</summary>
    public static string DataFolder() =>
        Path.Combine(Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory) ?? Directory.GetCurrentDirectory(), "data");

    private static string? Above(string folder)
    {
        for (var place = new DirectoryInfo(folder); place is not null; place = place.Parent)
        {
            if (File.Exists(Path.Combine(place.FullName, Solution)))
            {
                return place.FullName;
            }
        }

        return null;
    }
}
