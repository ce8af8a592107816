namespace OrleansMixi.Town;

/// <summary>What the command line says about a run of <c>town</c>.</summary>
/// <param name="Members">Members of the town.</param>
/// <param name="Communities">Communities of the town.</param>
/// <param name="Readers">Members who listen live meanwhile.</param>
/// <param name="Rate">The first rate that is tried, in requests per second.</param>
/// <param name="Ceiling">Milliseconds that 99 of 100 requests must stay under for a rate to count as held.</param>
/// <param name="Share">The part of the rate held at which the rounds are measured.</param>
/// <param name="Rounds">Rounds, each with a search for the rate and a measured turn.</param>
/// <param name="Seconds">Seconds of a measured turn.</param>
/// <param name="Probe">Seconds of one try of a rate.</param>
/// <param name="WarmUp">Seconds at the first rate before anything is measured.</param>
/// <param name="Alone">Seconds for which each kind is asked for alone.</param>
/// <param name="Most">No rate above this is tried.</param>
/// <param name="HotRate">Reactions per second to one post.</param>
/// <param name="HotSeconds">For how long; 0 leaves it out.</param>
/// <param name="Pinned">Whether the server keeps to the first processor and everything else to the second.</param>
internal sealed record TownOptions(
    int Members, int Communities, int Readers, int Rate, double Ceiling, double Share, int Rounds, double Seconds, double Probe, double WarmUp, double Alone, int Most, int HotRate, double HotSeconds, bool Pinned = true);
