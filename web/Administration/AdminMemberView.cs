using OrleansMixi.Plans;

namespace OrleansMixi.Administration;

/// <summary>A member as administrators see one. Never an address.</summary>
public sealed record AdminMemberView(
    string Handle, string Nickname, bool Bot, bool Administrator, bool Gone, bool Suspended, PlanView Plan, IReadOnlyList<AdminMeasureView> Measures);
