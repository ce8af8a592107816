using OrleansMixi.Log;
using OrleansMixi.Pages.Data;
using OrleansMixi.Posts;

namespace OrleansMixi.Moderation;

/// <summary>Takes reports of what the reporter can see.</summary>
internal sealed class ReportDesk(ReportStore reports, IPageData data, TopicNames names)
{
    /// <summary>Keeps a report. Reporting the same again changes nothing.</summary>
    public async Task Report(int reporter, ReportRequest report, CancellationToken cancellationToken)
    {
        var text = report.Text?.Trim() ?? "";
        PostRules.Text("text", text, ReportStore.MaxText);
        if (report.Reason == ReportReason.Other && text.Length == 0)
        {
            throw Errors.Invalid("text", "Say in 'text' what is wrong.");
        }

        var (kind, target) = await Target(reporter, report, cancellationToken);
        await reports.Add(reporter, kind, target, report.Reason, text);
    }

    private async Task<(ReportKind Kind, long Target)> Target(int reporter, ReportRequest report, CancellationToken cancellationToken) => report switch
    {
        { Post: { } post, Member: null, Community: null } => PostId.TryParse(post, out var id) && await data.Post(reporter, id, cancellationToken) is not null
            ? (ReportKind.Post, id)
            : throw Errors.NotFound("post"),
        { Post: null, Member: { } member, Community: null } => (ReportKind.Member, await Topic(reporter, "user", member, cancellationToken)),
        { Post: null, Member: null, Community: { } community } => (ReportKind.Community, await Topic(reporter, "community", community, cancellationToken)),
        _ => throw Errors.Invalid("post", "Report one thing: 'post', 'member' or 'community'."),
    };

    private async Task<long> Topic(int reporter, string kind, string name, CancellationToken cancellationToken) =>
        TopicName.TryParse($"{kind}:{name}", out var topic) && await data.Topic(reporter, topic, cancellationToken) is not null && await names.Find(topic) is { } found
            ? found.Number
            : throw Errors.NotFound(kind == "user" ? "member" : kind);
}
