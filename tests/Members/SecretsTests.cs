using OrleansMixi.Accounts;
using OrleansMixi.Hosting;
using OrleansMixi.Storage;

namespace OrleansMixi.Members;

public sealed class SecretsTests : IAsyncLifetime
{
    private readonly TempDatabase _file = new();
    private MemberStore _members = null!;

    public async ValueTask InitializeAsync()
    {
        var database = Database.Of(_file.ConnectionString);
        await Migrator.Migrate(database, 1, 1, TestContext.Current.CancellationToken);
        _members = new(database, TimeProvider.System);
        await _members.Create("hanako", null);
    }

    public ValueTask DisposeAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_attempt_that_fails_while_the_password_changes_does_not_bring_the_old_one_back()
    {
        var token = TestContext.Current.CancellationToken;
        using AccountUsers attempt = new(_members), change = new(_members);
        var (seen, owner) = ((await _members.Find("hanako"))!, (await _members.Find("hanako"))!);
        await change.SetPasswordHashAsync(owner, "new", token);
        await change.SetSecurityStampAsync(owner, "new stamp", token);
        await change.UpdateAsync(owner, token);
        await attempt.IncrementAccessFailedCountAsync(seen, token);
        await attempt.SetLockoutEndDateAsync(seen, TimeProvider.System.GetUtcNow().AddMinutes(1), token);
        await attempt.UpdateAsync(seen, token);

        var kept = (await _members.Find("hanako"))!;
        Assert.Equal(("new", "new stamp", 1), (kept.Password, kept.Stamp, kept.Failures));
        Assert.True(kept.LockedUntil > 0);
    }

    [Fact]
    public async Task Neither_a_sign_out_everywhere_nor_a_change_that_began_before_brings_an_older_password_back()
    {
        var token = TestContext.Current.CancellationToken;
        using AccountUsers everywhere = new(_members), late = new(_members), change = new(_members);
        var rows = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _members.Find("hanako")));
        await change.SetPasswordHashAsync(rows[0]!, "new", token);
        await change.SetSecurityStampAsync(rows[0]!, "new stamp", token);
        await change.UpdateAsync(rows[0]!, token);
        await late.SetPasswordHashAsync(rows[1]!, "late", token);
        await late.SetSecurityStampAsync(rows[1]!, "late stamp", token);
        await Assert.ThrowsAsync<MixiException>(() => late.UpdateAsync(rows[1]!, token));
        await everywhere.SetSecurityStampAsync(rows[2]!, "last stamp", token);
        await everywhere.UpdateAsync(rows[2]!, token);

        var kept = (await _members.Find("hanako"))!;
        Assert.Equal(("new", "last stamp"), (kept.Password, kept.Stamp));
    }

    [Fact]
    public async Task Attempts_at_the_same_time_are_all_counted()
    {
        var rows = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _members.Find("hanako")));
        await Task.WhenAll(rows.Select(async row =>
        {
            using var attempt = new AccountUsers(_members);
            await attempt.IncrementAccessFailedCountAsync(row!, TestContext.Current.CancellationToken);
        }));
        Assert.Equal(20, (await _members.Find("hanako"))!.Failures);
    }

    [Fact]
    public async Task A_language_that_is_no_tag_is_refused() =>
        await Assert.ThrowsAsync<MixiException>(() => _members.SetLanguage(1, new string('x', 36)));
}
