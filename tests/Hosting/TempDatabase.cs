namespace OrleansMixi.Hosting;

/// <summary>A new SQLite file in a folder that goes with the test.</summary>
internal sealed class TempDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mixi-town-");

    public string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "mixi.db")}";

    public void Dispose() => _folder.Delete(recursive: true);
}
