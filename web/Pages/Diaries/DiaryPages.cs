using OrleansMixi.Members;
using OrleansMixi.Pages.Data;
using OrleansMixi.Posts;
using OrleansMixi.Timelines;

namespace OrleansMixi.Pages.Diaries;

/// <summary>What the diary's pages read.</summary>
internal sealed class DiaryPages(ViewerStore viewers, TopicNames names, TimelineReader timelines, PageCards cards)
{
    /// <summary>A member's diary entries that the viewer may see, newest first.</summary>
    public async Task<TimelineView?> Entries(int viewer, TopicName member, string? before, int limit)
    {
        if (await names.Find(member) is not { } topic)
        {
            return null;
        }

        var seen = await viewers.Find(viewer);
        return await cards.Complete(seen, await timelines.Feed(seen, [topic], before, limit, PostForm.Diary));
    }
}
