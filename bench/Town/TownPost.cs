namespace OrleansMixi.Town;

/// <summary>A post of the load.</summary>
/// <param name="Id">Its id at the server.</param>
/// <param name="Author">The member who wrote it.</param>
/// <param name="Community">Where; -1 for the author's own topic.</param>
internal sealed record TownPost(string Id, int Author, int Community);
