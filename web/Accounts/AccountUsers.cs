using System.Globalization;
using Microsoft.AspNetCore.Identity;
using OrleansMixi.Members;

namespace OrleansMixi.Accounts;

/// <summary>
/// ASP.NET Core Identity's view of our accounts: password, lockout and security stamp. Members are made elsewhere. It keeps
/// only what was changed: an attempt that fails while a password changes must not bring the old one back.
/// </summary>
internal sealed class AccountUsers(MemberStore members)
    : IUserPasswordStore<MemberRow>, IUserLockoutStore<MemberRow>, IUserSecurityStampStore<MemberRow>
{
    private bool _password;
    private bool _lockout;
    private bool _failures;

    // The stamp that was read, once another is to be kept.
    private string? _before;

    public Task<string> GetUserIdAsync(MemberRow user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Number.ToString(CultureInfo.InvariantCulture));

    public Task<string?> GetUserNameAsync(MemberRow user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Handle);

    public Task SetUserNameAsync(MemberRow user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetNormalizedUserNameAsync(MemberRow user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Handle);

    public Task SetNormalizedUserNameAsync(MemberRow user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IdentityResult> CreateAsync(MemberRow user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Members come through an invitation, see InvitationStore.");

    public async Task<IdentityResult> UpdateAsync(MemberRow user, CancellationToken cancellationToken)
    {
        await (_lockout ? members.KeepLockout(user) : Task.CompletedTask);
        await (_failures ? members.ForgetFailures(user.Number) : Task.CompletedTask);
        (_lockout, _failures) = (false, false);

        // Identity takes a password away before it gives the new one; between the two the old one stays.
        if (_password && user.Password is null)
        {
            return IdentityResult.Success;
        }

        await (_password ? members.KeepPassword(user, _before ?? user.Stamp) : _before is not null ? members.KeepStamp(user) : Task.CompletedTask);
        (_password, _before) = (false, null);
        return IdentityResult.Success;
    }

    public Task<IdentityResult> DeleteAsync(MemberRow user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async Task<MemberRow?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        int.TryParse(userId, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? await members.Find(number) : null;

    public Task<MemberRow?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => members.Find(normalizedUserName);

    public Task SetPasswordHashAsync(MemberRow user, string? passwordHash, CancellationToken cancellationToken)
    {
        (user.Password, _password) = (passwordHash, true);
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(MemberRow user, CancellationToken cancellationToken) => Task.FromResult(user.Password);

    public Task<bool> HasPasswordAsync(MemberRow user, CancellationToken cancellationToken) => Task.FromResult(user.Password is not null);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(MemberRow user, CancellationToken cancellationToken) =>
        Task.FromResult<DateTimeOffset?>(user.LockedUntil == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(user.LockedUntil));

    public Task SetLockoutEndDateAsync(MemberRow user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
    {
        (user.LockedUntil, _lockout) = (lockoutEnd?.ToUnixTimeMilliseconds() ?? 0, true);
        return Task.CompletedTask;
    }

    public async Task<int> IncrementAccessFailedCountAsync(MemberRow user, CancellationToken cancellationToken) => user.Failures = await members.CountFailure(user.Number);

    public Task ResetAccessFailedCountAsync(MemberRow user, CancellationToken cancellationToken)
    {
        (user.Failures, _failures) = (0, true);
        return Task.CompletedTask;
    }

    public Task<int> GetAccessFailedCountAsync(MemberRow user, CancellationToken cancellationToken) => Task.FromResult(user.Failures);

    public Task<bool> GetLockoutEnabledAsync(MemberRow user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(MemberRow user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetSecurityStampAsync(MemberRow user, string stamp, CancellationToken cancellationToken)
    {
        (_before, user.Stamp) = (_before ?? user.Stamp, stamp);
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(MemberRow user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Stamp);

    public void Dispose()
    {
    }
}
