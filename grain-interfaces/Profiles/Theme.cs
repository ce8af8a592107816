namespace OrleansMixi.Profiles;

/// <summary>A colour theme.</summary>
/// <param name="Name">Its name in lower-case letters.</param>
/// <param name="Day">The colours on light ground.</param>
/// <param name="Night">The colours on dark ground.</param>
public sealed record Theme(string Name, ThemeColours Day, ThemeColours Night);
