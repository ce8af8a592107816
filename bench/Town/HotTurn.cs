namespace OrleansMixi.Town;

/// <summary>What came of many reactions to one post.</summary>
/// <param name="Reactions">The reactions.</param>
/// <param name="Calm">Those who read before.</param>
/// <param name="Beside">Those who read meanwhile.</param>
/// <param name="FramesPerSecond">Frames with counts that each live reader of the post got in a second.</param>
internal sealed record HotTurn(TownTurn Reactions, TownTurn Calm, TownTurn Beside, double FramesPerSecond);
