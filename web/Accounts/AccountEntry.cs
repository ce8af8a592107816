using Microsoft.AspNetCore.Identity;
using OrleansMixi.Members;
using OrleansMixi.Moderation;

namespace OrleansMixi.Accounts;

/// <summary>Coming in with a password.</summary>
internal sealed class AccountEntry(
    SignInManager<MemberRow> signIn, MemberStore members, ApplicationStore applications, IPasswordHasher<MemberRow> hasher, SuspensionPass pass)
{
    private string? _nobody;

    /// <summary>Signs in; answers an error code of the form, or null. Who is suspended is told so, but only with the right password.</summary>
    public async Task<string?> SignIn(HttpContext http, string handle, string password)
    {
        if (password.Length > SignUps.MaxPassword)
        {
            return "wrong";
        }

        if (await members.Find(handle) is not { } member)
        {
            return await Waits(handle, password) ? "waiting" : "wrong";
        }

        var result = await signIn.CheckPasswordSignInAsync(member, password, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            return result.IsLockedOut ? "locked" : "wrong";
        }

        if (member.Suspended != 0)
        {
            pass.Give(http, member.Number);
            return "suspended";
        }

        await signIn.SignInAsync(member, isPersistent: true);
        return null;
    }

    private async Task<bool> Waits(string handle, string password)
    {
        // Hashed in any case, so that the time does not tell who waits.
        var application = await applications.Find(handle);
        return hasher.VerifyHashedPassword(new(), application?.Password ?? Nobody, password) != PasswordVerificationResult.Failed && application is not null;
    }

    private string Nobody => _nobody ??= hasher.HashPassword(new(), "nobody");
}
