using OrleansMixi.Members;

namespace OrleansMixi.Albums;

/// <summary>What the album pages read.</summary>
internal sealed class AlbumPages(AlbumViews views, ViewerStore viewers, Microsoft.Extensions.Options.IOptions<Hosting.TownOptions> town)
{
    /// <summary>A member's albums; null if there is no such member, or strangers may not read.</summary>
    public async Task<IReadOnlyList<AlbumView>?> Of(int viewer, string handle) => MayRead(viewer) ? await views.Of(await viewers.Find(viewer), handle) : null;

    /// <summary>One album.</summary>
    public async Task<AlbumView?> Find(int viewer, string id) => MayRead(viewer) ? await views.Find(await viewers.Find(viewer), id) : null;

    private bool MayRead(int viewer) => viewer != 0 || town.Value.PublicReading;
}
