using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>Plans that the member was granted, for reading: an import grants nothing.</summary>
internal sealed class PlansPart(OwnPlans plans) : ReadingPart<PlanLine>("plans")
{
    protected override async IAsyncEnumerable<PlanLine> Lines(ArchiveOwner owner)
    {
        foreach (var plan in (await plans.Of(owner.Member)).OrderBy(plan => plan.Starts).Distinct())
        {
            yield return new("Plan", plan.Kind.ToString().ToLowerInvariant(), ArchiveTime.Text(plan.Starts), ArchiveTime.Text(plan.Ends));
        }
    }

    protected override string Key(PlanLine line) => $"{ArchiveTime.Key(ArchiveTime.Read("startTime", line.StartTime))}|{ArchiveTime.Key(ArchiveTime.Read("endTime", line.EndTime))} {line.Name}";

    protected override void Check(PlanLine line)
    {
        ArchiveTime.Read("startTime", line.StartTime);
        ArchiveTime.Read("endTime", line.EndTime);
        PostRules.Text("name", line.Name, PostRules.MaxKey);
    }
}
