using System.Globalization;
using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>Who is in which friend group. Only who is a friend here is put into a group; the others wait until they are in another archive.</summary>
internal sealed class GroupMembersPart(OwnGroups groups, PostLog log, AuthorStore authors, EdgeStore edges) : ArchivePart<GroupMemberLine>("group-members")
{
    /// <summary>A group's number where lines are sorted by it.</summary>
    public static string Number(int number) => number.ToString("D3", CultureInfo.InvariantCulture);

    protected override async IAsyncEnumerable<GroupMemberLine> Lines(ArchiveOwner owner)
    {
        var rows = await groups.Members(owner.Member);
        var friends = await authors.Get(rows.Select(row => row.Friend));
        foreach (var line in rows.Where(row => friends.ContainsKey(row.Friend)).Select(row => new GroupMemberLine("Add", row.Group, $"user:{friends[row.Friend].Handle}")).OrderBy(Key, StringComparer.Ordinal))
        {
            yield return line;
        }
    }

    protected override string Key(GroupMemberLine line) => $"{Number(line.Target)} {line.Object}";

    protected override void Check(GroupMemberLine line)
    {
        TopicPart.Check(line.Object, TopicKind.User);
        if (line.Target is < 0 or > Audiences.MaxGroup)
        {
            throw Errors.Invalid("target", "'target' is not the number of a friend group.");
        }
    }

    protected override async Task<IReadOnlyList<LineOutcome>> Take(ArchiveOwner owner, IReadOnlyList<GroupMemberLine> lines)
    {
        var outcomes = new LineOutcome[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            outcomes[i] = new(await Take(owner, lines[i]));
        }

        if (outcomes.Any(outcome => outcome.Result == LineResult.Added))
        {
            await log.Append(new(ActivityKind.Member, owner.Member, owner.Member, Topic.User(owner.Member)));
        }

        return outcomes;
    }

    private async Task<LineResult> Take(ArchiveOwner owner, GroupMemberLine line)
    {
        var group = line.Target == Audiences.CloseFriends ? Audiences.CloseFriends : owner.Groups.GetValueOrDefault(line.Target, -1);
        if (group < 0 || await authors.Find(TopicPart.NameOf(line.Object)) is not { } friend
            || !(await edges.Between(owner.Member, Topic.User(friend.Number))).Holds(EdgeKind.Friend))
        {
            return LineResult.Kept;
        }

        return await groups.Add(owner.Member, group, friend.Number) ? LineResult.Added : LineResult.Present;
    }
}
