using OrleansMixi.Members;

namespace OrleansMixi.Plans;

/// <summary>Plans that are not over, with the names of who has them.</summary>
internal sealed class AdminPlans(PlanStore plans, AuthorStore authors)
{
    private const int MaxList = 200;

    /// <summary>All of them, what ends next first.</summary>
    public async Task<IReadOnlyList<(string Handle, PlanView Plan)>> All()
    {
        var rows = await plans.All(MaxList);
        var members = await authors.Get(rows.Select(row => row.Member));
        return [.. rows.Where(row => members.ContainsKey(row.Member)).Select(row => (
            members[row.Member].Handle,
            new PlanView(row.Kind, DateTimeOffset.FromUnixTimeMilliseconds(row.Starts), DateTimeOffset.FromUnixTimeMilliseconds(row.Ends))))];
    }
}
