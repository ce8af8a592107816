namespace OrleansMixi.Hammer;

/// <summary>The sums of the books: expected = delivered + filtered + gapped + pending + lost.</summary>
/// <param name="Expected">Acknowledged posts times the readers who follow their authors, or wrote them.</param>
/// <param name="Delivered">Those that came over the live stream.</param>
/// <param name="Filtered">Those a reader may not see; a run mutes and blocks nobody, so none.</param>
/// <param name="Gapped">Those an announced gap or reset left out and the timeline then showed.</param>
/// <param name="Pending">Those an announced gap left out and no timeline could yet be read for.</param>
/// <param name="Lost">Those left out without a word, or announced and not on the timeline either.</param>
/// <param name="Duplicated">Second and later arrivals of one id at one reader, over all its connections.</param>
/// <param name="OutOfOrder">Arrivals below an id of the same author that the reader already had.</param>
/// <param name="Unexpected">Posts of members of this run that came to a reader who does not follow them.</param>
internal sealed record Tally(
    long Expected,
    long Delivered,
    long Filtered,
    long Gapped,
    long Pending,
    long Lost,
    long Duplicated,
    long OutOfOrder,
    long Unexpected)
{
    /// <summary>Whether every expected delivery is in exactly one column.</summary>
    public bool Balances => Expected == Delivered + Filtered + Gapped + Pending + Lost;

    /// <summary>Whether nothing was lost, doubled, swapped, sent astray or left unjudged.</summary>
    public bool Clean => Balances && Lost + Duplicated + OutOfOrder + Unexpected + Pending == 0;
}
