using OrleansMixi.Media;

namespace OrleansMixi.Archive;

/// <summary>What became of a picture.</summary>
/// <param name="Row">The picture here; null if it could not be taken.</param>
/// <param name="Later">Whether it can be taken once the member has more room.</param>
internal readonly record struct TakenPicture(MediaRow? Row, bool Later = false);
