namespace OrleansMixi.Profiles;

/// <summary>The song of a page.</summary>
/// <param name="Artist">Who plays it; may be empty.</param>
/// <param name="Title">What it is called; in an edit an empty title takes the song away.</param>
/// <param name="Link">An https address where it can be heard.</param>
public sealed record SongView(string Artist, string Title, string? Link = null)
{
    internal static SongView? Of(ProfileSong? song) => song is null ? null : new(song.Artist, song.Title, song.Link);

    internal ProfileSong? ToSong() => Title.Trim().Length == 0 ? null : new(Artist.Trim(), Title.Trim(), Link?.Trim() is { Length: > 0 } link ? link : null);
}
