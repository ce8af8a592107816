using Microsoft.Extensions.Time.Testing;
using OrleansMixi.Hosting;
using OrleansMixi.Posts;
using OrleansMixi.Storage;

namespace OrleansMixi.Diaries;

public sealed class DraftLimitTests : IAsyncLifetime
{
    private const int Member = 1, Other = 2;
    private readonly TempDatabase _file = new();
    private readonly FakeTimeProvider _time = new(new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
    private DraftStore _drafts = null!;

    public async ValueTask InitializeAsync()
    {
        var database = Database.Of(_file.ConnectionString);
        await Migrator.Migrate(database, 1, 1, TestContext.Current.CancellationToken);
        var members = new Members.MemberStore(database, _time);
        await members.Create("hanako", null);
        await members.Create("taro", null);
        _drafts = new(database, new(database, _time), new(database, _time), _time);
    }

    public ValueTask DisposeAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_member_keeps_as_many_as_allowed_and_may_change_each_of_them()
    {
        for (var number = 1; number <= DraftStore.Limit; number++)
        {
            Assert.Equal(number, await _drafts.Keep(Member, Draft()));
        }

        await Refused("conflict", () => _drafts.Keep(Member, Draft()));
        Assert.Equal(7, await _drafts.Keep(Member, Draft() with { Number = 7, Title = "changed" }));
        Assert.Equal("changed", (await _drafts.Find(Member, 7))!.Value.Draft.Title);
        Assert.Equal(1, await _drafts.Keep(Other, Draft()));
        await _drafts.Remove(Member, 7);
        Assert.Null(await _drafts.Find(Member, 7));
        await _drafts.Keep(Member, Draft());
        Assert.Equal(DraftStore.Limit, (await _drafts.Of(Member)).Count);
    }

    [Fact]
    public async Task What_is_another_s_or_there_no_more_is_not_changed()
    {
        await _drafts.Keep(Member, Draft());
        await Refused("not-found", () => _drafts.Keep(Other, Draft() with { Number = 1 }));
        await Refused("not-found", () => _drafts.Keep(Member, Draft() with { Number = 2 }));
        Assert.Null(await _drafts.Find(Other, 1));
        Assert.Empty(await _drafts.Of(Other));
    }

    [Fact]
    public async Task What_is_written_anew_while_the_older_words_are_posted_stays_a_draft()
    {
        await _drafts.Keep(Member, Draft());
        var (_, key) = (await _drafts.Find(Member, 1))!.Value;
        await _drafts.Keep(Member, Draft() with { Number = 1, Title = "newer" });
        await _drafts.Remove(Member, 1, key);
        Assert.Equal("newer", (await _drafts.Find(Member, 1))!.Value.Draft.Title);
        await _drafts.Remove(Member, 1, (await _drafts.Find(Member, 1))!.Value.Key);
        Assert.Null(await _drafts.Find(Member, 1));
    }

    [Fact]
    public async Task What_is_due_is_taken_by_one_for_a_minute_and_waits_once_it_was_refused()
    {
        var due = _time.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds();
        await _drafts.Keep(Member, Draft() with { PublishAt = due });
        await _drafts.Keep(Other, Draft());
        _time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        Assert.Null(await _drafts.Take());
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((Member, 1), await _drafts.Take());
        Assert.Null(await _drafts.Take());
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((Member, 1), await _drafts.Take());
        await _drafts.Refuse(Member, 1, "not today");
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Null(await _drafts.Take());
        Assert.Equal("not today", (await _drafts.Find(Member, 1))!.Value.Draft.Problem);
    }

    private static DiaryDraft Draft() => new(0, "title", "text", Audience.Friends, Commenting.All, 0, null);

    private static async Task Refused(string code, Func<Task> call) => Assert.Equal(code, (await Assert.ThrowsAsync<MixiException>(call)).Code);
}
