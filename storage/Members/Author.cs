namespace OrleansMixi.Members;

/// <summary>A member as others see one beside a post.</summary>
public sealed record Author(int Number, string Handle, string Nickname, bool Bot, bool Suspended);
