using OrleansMixi.Log;

namespace OrleansMixi.Moderation;

/// <summary>Turns measures into what the member concerned sees, and into lines of the log.</summary>
internal sealed class MeasureViews(MeasureStore measures)
{
    /// <summary>Lines of the log on a page.</summary>
    public const int LogPage = 50;

    private const int MaxOwn = 100;

    /// <summary>What was done to a member, newest first, with the texts of what is hidden.</summary>
    public async Task<IReadOnlyList<MeasureView>> Of(int member)
    {
        var views = new List<MeasureView>();
        foreach (var row in await measures.Of(member, MaxOwn))
        {
            var post = row.Post == 0 ? null : await measures.Post(row.Post);
            views.Add(new(
                row.Number, row.Kind, row.Post == 0 ? null : PostId.Format(row.Post), post?.Body.Text, row.Reason, At(row.Created)!.Value, At(row.Ends), At(row.Undone),
                row.Appeal, row.AppealDecided == 0 ? null : row.AppealGranted != 0, row.AppealAnswer));
        }

        return views;
    }

    /// <summary>A page of the log that members read, newest first.</summary>
    public async Task<IReadOnlyList<LogView>> Log(int? before) =>
        [.. (await measures.All(before ?? int.MaxValue, LogPage)).Select(row => new LogView(
            row.Number, row.Kind, row.Reason, At(row.Created)!.Value, At(row.Ends), At(row.Undone), row.UndoneReason, row.Appeal is not null))];

    private static DateTimeOffset? At(long unixMs) => unixMs == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(unixMs);
}
