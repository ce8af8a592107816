using Microsoft.Extensions.Time.Testing;
using OrleansMixi.Friends;
using OrleansMixi.Hosting;
using OrleansMixi.Storage;

namespace OrleansMixi.Members;

public sealed class InvitationLimitTests : IAsyncLifetime
{
    private readonly TempDatabase _file = new();
    private readonly FakeTimeProvider _time = new(new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
    private InvitationStore _invitations = null!;
    private FriendRequestStore _requests = null!;
    private int _inviter;

    public async ValueTask InitializeAsync()
    {
        var database = Database.Of(_file.ConnectionString);
        await Migrator.Migrate(database, 1, 1, TestContext.Current.CancellationToken);
        var members = new MemberStore(database, _time);
        _invitations = new(database, members, _time);
        _requests = new(database, _time);
        _inviter = (await members.Create("hanako", null)).Number;
    }

    public ValueTask DisposeAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task As_many_are_open_at_a_time_as_allowed_and_what_is_used_or_over_makes_room()
    {
        var codes = new List<string>();
        for (var number = 0; number < InvitationStore.MaxOpen; number++)
        {
            codes.Add(await _invitations.Create(_inviter, TimeSpan.FromDays(number == 0 ? 1 : 2)));
        }

        await Refused();
        Assert.NotNull(await _invitations.SignUp(codes[1], "taro", null, "x"));
        await _invitations.Create(_inviter, TimeSpan.FromDays(2));
        await Refused();
        _time.Advance(TimeSpan.FromDays(1));
        await _invitations.Create(_inviter, TimeSpan.FromDays(2));
        await Refused();
        Assert.Null(await _invitations.SignUp(codes[0], "jiro", null, "x"));
        Assert.Equal("taro", Assert.Single(await _invitations.Of(_inviter), row => row.UsedBy is not null).UsedBy);
    }

    [Fact]
    public Task Of_many_asked_for_at_once_exactly_as_many_are_made_as_are_allowed() => IsBounded(_invitations, _inviter);

    [Fact]
    public async Task The_operator_invites_without_a_limit()
    {
        for (var number = 0; number <= InvitationStore.MaxOpen; number++)
        {
            await _invitations.Create(0, TimeSpan.FromDays(1));
        }
    }

    [Fact]
    public async Task A_code_is_used_once_and_makes_the_newcomer_ask_the_inviter()
    {
        var code = await _invitations.Create(_inviter, TimeSpan.FromDays(1));
        var (member, inviter) = (await _invitations.SignUp(code, "taro", "Taro", "x"))!.Value;
        Assert.Equal(("taro", "Taro", 0, _inviter), (member.Handle, member.Nickname, member.Bot, inviter));
        Assert.Equal([member.Number], (await _requests.To(_inviter)).Select(request => request.Member));
        var operators = await _invitations.Create(0, TimeSpan.FromDays(1));
        Assert.NotNull(await _invitations.SignUp(operators, "saburo", null, "x"));
        Assert.Empty(await _requests.To(0));
        Assert.Null(await _invitations.SignUp(code, "jiro", null, "x"));
        Assert.Null(await _invitations.SignUp("nonsense", "jiro", null, "x"));
    }

    /// <summary>Asks for more than allowed, all at once.</summary>
    internal static async Task IsBounded(InvitationStore invitations, int inviter)
    {
        var made = await Task.WhenAll(Enumerable.Range(0, InvitationStore.MaxOpen + 20).Select(_ => Task.Run(async () =>
        {
            try
            {
                await invitations.Create(inviter, TimeSpan.FromDays(1));
                return true;
            }
            catch (MixiException)
            {
                return false;
            }
        })));
        Assert.Equal(InvitationStore.MaxOpen, made.Count(one => one));
    }

    private async Task Refused() =>
        Assert.Equal("conflict", (await Assert.ThrowsAsync<MixiException>(() => _invitations.Create(_inviter, TimeSpan.FromDays(1)))).Code);
}
