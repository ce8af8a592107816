namespace OrleansMixi.Profiles;

/// <summary>A change of the own profile; what is absent stays.</summary>
/// <param name="Introduction">A few words, at most 500 text elements.</param>
/// <param name="Interests">At most 20 tags of at most 30 text elements.</param>
/// <param name="Birthday"><c>MM-DD</c>.</param>
/// <param name="Area">Where one lives, at most 60 text elements.</param>
/// <param name="Introductions">Who may read what friends wrote; has no value of its own.</param>
/// <param name="Locked">Whether each follower is approved. Unlocking approves nobody who waits.</param>
/// <param name="Theme">A colour theme, Premium; empty for the usual colours.</param>
/// <param name="Sections">All sections in order, Premium; empty for the usual order.</param>
/// <param name="Header">The picture on top, the id of an own upload that belongs to nothing yet, Premium; empty for none.</param>
/// <param name="Song">The song that the page names, Premium; with an empty title none.</param>
public sealed record ProfileEdit(
    FieldEdit? Introduction = null,
    TagsEdit? Interests = null,
    FieldEdit? Birthday = null,
    FieldEdit? Area = null,
    FieldEdit? Introductions = null,
    bool? Locked = null,
    string? Theme = null,
    IReadOnlyList<string>? Sections = null,
    string? Header = null,
    SongView? Song = null);
