using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>Friend groups. Where a number is taken by another group here, the group gets a number of its own and posts follow it.</summary>
internal sealed class GroupsPart(OwnGroups groups, PostLog log) : ArchivePart<GroupLine>("groups")
{
    private const int MaxName = 50;

    /// <summary>An audience of the archive as this town knows it. A group of the same number but another name must not see what was meant for the first.</summary>
    public static Audience Here(ArchiveOwner owner, IReadOnlyDictionary<int, string> groupsHere, Audience audience) => Audiences.GroupOf(audience) switch
    {
        <= Audiences.CloseFriends => audience is Audience.Members or Audience.Removed ? Audience.Me : audience,
        var group when owner.Groups.TryGetValue(group, out var number) => Audiences.Group(number),
        var group => groupsHere.ContainsKey(group) ? Audience.Me : audience,
    };

    protected override async IAsyncEnumerable<GroupLine> Lines(ArchiveOwner owner)
    {
        foreach (var (number, name) in await groups.Of(owner.Member))
        {
            yield return new("Collection", number, name);
        }
    }

    protected override string Key(GroupLine line) => GroupMembersPart.Number(line.Number);

    protected override void Check(GroupLine line)
    {
        PostRules.Text("name", line.Name, MaxName);
        if (line.Number is < 1 or > Audiences.MaxGroup || line.Name.Trim().Length == 0)
        {
            throw Errors.Invalid("number", $"A friend group has a number from 1 to {Audiences.MaxGroup} and a name.");
        }
    }

    protected override async Task<IReadOnlyList<LineOutcome>> Take(ArchiveOwner owner, IReadOnlyList<GroupLine> lines)
    {
        var outcomes = new LineOutcome[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            outcomes[i] = await Take(owner, lines[i]);
        }

        if (outcomes.Any(outcome => outcome.Result == LineResult.Added))
        {
            await log.Append(new(ActivityKind.Member, owner.Member, owner.Member, Topic.User(owner.Member)));
        }

        return outcomes;
    }

    private async Task<LineOutcome> Take(ArchiveOwner owner, GroupLine line)
    {
        var present = await groups.Of(owner.Member);
        if (present.FirstOrDefault(group => group.Value == line.Name) is { Key: > 0 } same)
        {
            owner.Groups[line.Number] = same.Key;
            return new(LineResult.Present);
        }

        foreach (var number in Enumerable.Range(1, OwnGroups.Most).Where(number => !present.ContainsKey(number)).OrderBy(number => number == line.Number ? 0 : 1))
        {
            if (await groups.Make(owner.Member, number, line.Name) == line.Name)
            {
                owner.Groups[line.Number] = number;
                return new(LineResult.Added);
            }
        }

        return LineOutcome.Refused($"There are {OwnGroups.Most} friend groups already; posts for this one are for you alone.");
    }
}
