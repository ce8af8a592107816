namespace OrleansMixi.Hammer;

/// <summary>A member the run asks for.</summary>
internal sealed record NewMember(string Handle);
