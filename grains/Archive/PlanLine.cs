namespace OrleansMixi.Archive;

/// <summary>A plan that the member was granted.</summary>
/// <param name="Type"><c>Plan</c>.</param>
/// <param name="Name">Which: <c>premium</c>.</param>
/// <param name="StartTime">From when on.</param>
/// <param name="EndTime">Until when.</param>
internal sealed record PlanLine(string Type, string Name, string StartTime, string EndTime);
