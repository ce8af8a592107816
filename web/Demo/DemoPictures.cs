using OrleansMixi.Media;

namespace OrleansMixi.Demo;

/// <summary>The pictures that the demo town's people show, uploaded as anybody's.</summary>
internal sealed class DemoPictures(MediaKeeper keeper)
{
    /// <summary>Uploads one of the bundled pictures, and answers its id.</summary>
    public async Task<long> Show(int member, string name, string alt)
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Demo", "Pictures", $"{name}.jpg"));
        return (await keeper.Keep(member, file, alt, CancellationToken.None)).Id;
    }
}
