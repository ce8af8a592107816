namespace OrleansMixi.Town;

/// <summary>What members do. Reads are the pages as a browser gets them; a visit of a profile leaves a footprint.</summary>
internal enum TownKind
{
    Home,
    Feed,
    Thread,
    Profile,
    Notifications,
    Reaction,
    Comment,
    Message,
    Post,
}
