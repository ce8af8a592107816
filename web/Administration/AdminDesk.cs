using OrleansMixi.Accounts;
using OrleansMixi.Log;
using OrleansMixi.Mail;
using OrleansMixi.Members;
using OrleansMixi.Moderation;
using OrleansMixi.Plans;
using OrleansMixi.Posts;

namespace OrleansMixi.Administration;

/// <summary>What administrators read and decide beside measures, for the API and the pages.</summary>
internal sealed class AdminDesk(
    MemberStore members, AuthorStore authors, ApplicationStore applications, SignUps signUps, ReportStore reports, MeasureStore measures, Entitlements entitlements,
    TopicNames names, MailDesk mail, SiteAddress site, AccessLog access, LogTail tail)
{
    /// <summary>The most rows of a list.</summary>
    public const int MaxList = 100;

    /// <summary>What waits: reports, appeals, newcomers.</summary>
    public async Task<(int Reports, int Appeals, int Newcomers)> Waiting() => (await reports.Count(), await measures.Appeals(), await applications.Count());

    /// <summary>Reports that wait, the oldest first.</summary>
    public async Task<IReadOnlyList<ReportView>> Reports()
    {
        var views = new List<ReportView>();
        foreach (var row in await reports.Open(MaxList))
        {
            var post = row.Kind == ReportKind.Post ? await measures.Post(row.Target) : null;
            var (target, member) = row.Kind switch
            {
                ReportKind.Post => (PostId.Format(row.Target), post is null ? null : await Name(post.Author)),
                ReportKind.Member => (await Name((int)row.Target), await Name((int)row.Target)),
                _ => ((await names.Find(Topic.Community((int)row.Target)))?.Name ?? "", null),
            };
            views.Add(new(row.Number, row.Kind, target, member, post?.Body.Text, row.Reason, row.Text, await Name(row.Reporter), At(row.Created)!.Value));
        }

        return views;
    }

    /// <summary>Appeals that wait, the oldest first.</summary>
    public async Task<IReadOnlyList<AppealView>> Appeals()
    {
        var views = new List<AppealView>();
        foreach (var row in await measures.Appealed(MaxList))
        {
            var post = row.Post == 0 ? null : await measures.Post(row.Post);
            views.Add(new(row.Number, row.Kind, await Name(row.Member), post?.Body.Text, row.Reason, At(row.Created)!.Value, row.Appeal ?? ""));
        }

        return views;
    }

    /// <summary>Newcomers who wait, the longest first.</summary>
    public async Task<IReadOnlyList<ApplicationView>> Newcomers() =>
        [.. (await applications.Waiting(MaxList)).Select(row => new ApplicationView(row.Number, row.Handle, row.Nickname, row.Message, row.InvitedBy, At(row.Created)!.Value))];

    /// <summary>Lets a newcomer in. Idempotent.</summary>
    public async Task Approve(int application, int by)
    {
        if (await signUps.Approve(application, by) is { } member)
        {
            await mail.Tell(member.Number, MailText.Approved, member.Handle, site.Of("/sign-in"));
        }
    }

    /// <summary>Turns a newcomer away. Idempotent.</summary>
    public Task Decline(int application, int by) => applications.Decline(application, by);

    /// <summary>Measures, newest first.</summary>
    public async Task<IReadOnlyList<AdminMeasureView>> Log(int? before) => await Views(await measures.All(before ?? int.MaxValue, MaxList));

    /// <summary>A member with what was done to them; null if there is none.</summary>
    public async Task<AdminMemberView?> Member(string handle)
    {
        if (await members.Find(handle) is not { } row)
        {
            return null;
        }

        var plan = await entitlements.Of(row.Number);
        return new(
            row.Handle, row.Nickname, row.Bot != 0, row.Role == MemberRole.Administrator, (row.Suspended & 2) != 0, (row.Suspended & 1) != 0,
            new(plan.Kind, plan.Starts, plan.Ends), await Views(await measures.Of(row.Number, MaxList)));
    }

    /// <summary>The handles of the administrators.</summary>
    public async Task<IReadOnlyList<string>> Administrators() => [.. (await members.Administrators()).Select(row => row.Handle)];

    /// <summary>Makes a member an administrator, or a plain member again; nobody takes the own role, so that one is left.</summary>
    public async Task SetRole(string handle, MemberRole role, int by)
    {
        var row = await members.Find(handle) is { Suspended: 0 } found ? found : throw Errors.NotFound("member");
        if (row.Number == by && role == MemberRole.Member)
        {
            throw Errors.Conflict("Nobody takes the own role; another administrator does (or `web admin <handle> --remove`).");
        }

        await members.SetRole(row.Number, role);
        await access.Changed(row.Number);
        await tail.Settled(tail.Shape.QueueOf(row.Number));
    }

    private async Task<IReadOnlyList<AdminMeasureView>> Views(IReadOnlyList<MeasureRow> rows)
    {
        var views = new List<AdminMeasureView>(rows.Count);
        foreach (var row in rows)
        {
            var post = row.Post == 0 ? null : await measures.Post(row.Post);
            views.Add(new(
                row.Number, row.Kind, await Name(row.Member), row.Post == 0 ? null : PostId.Format(row.Post), post?.Body.Text, row.Reason, await Name(row.Actor),
                At(row.Created)!.Value, At(row.Ends), At(row.Undone), row.UndoneBy == 0 ? null : await Name(row.UndoneBy), row.UndoneReason));
        }

        return views;
    }

    private async Task<string> Name(int member) => (await authors.Find(member))?.Handle ?? "";

    private static DateTimeOffset? At(long unixMs) => unixMs == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(unixMs);
}
