namespace OrleansMixi.Profiles;

/// <summary>The caller's own profile, with who may see each field.</summary>
/// <param name="Introduction">A few words, at most 500 text elements.</param>
/// <param name="Interests">At most 20 tags.</param>
/// <param name="Birthday"><c>MM-DD</c>.</param>
/// <param name="Area">Where one lives, in one's own words.</param>
/// <param name="Introductions">Who may read what friends wrote.</param>
/// <param name="Locked">Whether each follower is approved.</param>
/// <param name="Theme">The colour theme, Premium.</param>
/// <param name="Header">The picture on top, Premium.</param>
/// <param name="Sections">The order of sections, Premium.</param>
public sealed record OwnProfileView(
    FieldView Introduction, TagsView Interests, FieldView Birthday, FieldView Area, FieldView Introductions, bool Locked, string? Theme, string? Header, IReadOnlyList<string> Sections)
{
    /// <summary>The song that the page names, Premium.</summary>
    public SongView? Song { get; init; }
}
