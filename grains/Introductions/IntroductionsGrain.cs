using OrleansMixi.Friends;
using OrleansMixi.Live;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Notifications;
using OrleansMixi.Posts;

namespace OrleansMixi.Introductions;

/// <summary>Asks whether somebody may introduce the member, and keeps the text.</summary>
internal sealed class IntroductionsGrain(IntroductionStore store, EdgeStore edges, NotificationBox box, NoticeBell bell) : Grain, IIntroductionsGrain
{
    private const int MaxText = 500;

    private int Me => (int)this.GetPrimaryKeyLong();

    public async Task Write(int author, string text)
    {
        PostRules.Text("text", text, MaxText);
        if (text.Trim().Length == 0)
        {
            throw Errors.Invalid("text", "'text' is empty; write a few words.");
        }

        if (!(await edges.Between(author, Topic.User(Me))).Holds(EdgeKind.Friend))
        {
            throw Errors.Forbidden("Only friends introduce each other.");
        }

        await Spend(author);
        await store.Keep(Me, author, text.Trim());
        await box.Add(Me, NotificationKind.Introduction, author, author);
        bell.Ring(Me, NoticeKind.Request);
    }

    public async Task Approve(int author, long written)
    {
        await Spend(Me);
        if (!await store.Approve(Me, author, written))
        {
            throw Errors.NotFound("introduction");
        }

        await Answered(author);
    }

    public async Task Remove(int author, int actor)
    {
        if (actor != author && actor != Me)
        {
            throw Errors.Forbidden("Only who wrote an introduction, or whom it is about, takes it away.");
        }

        await Spend(actor);
        await store.Remove(Me, author);
        await Answered(author);
    }

    private Task Answered(int author) => box.Remove(Me, NotificationKind.Introduction, author, author);

    private Task Spend(int member) => GrainFactory.GetGrain<IUserGrain>(member).Spend();
}
