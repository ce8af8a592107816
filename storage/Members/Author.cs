namespace OrleansMixi.Members;

/// <summary>A member as others see one beside a post.</summary>
/// <param name="Picture">The id of the picture that the member chose; 0: the one made from the handle.</param>
public sealed record Author(int Number, string Handle, string Nickname, bool Bot, bool Suspended, long Picture = 0);
