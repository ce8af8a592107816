using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace OrleansMixi.Mail;

/// <summary>
/// Encrypts addresses and mails, and makes the keyed hash under which an address is found. The hash's key is made once per
/// database and kept encrypted in it, so a stolen table tells neither addresses nor whether one is there.
/// </summary>
internal sealed class MailVault(IDataProtectionProvider protection, SecretStore secrets)
{
    private const int KeyBytes = 32;

    private readonly IDataProtector _mail = protection.CreateProtector("OrleansMixi.Mail");
    private readonly IDataProtector _key = protection.CreateProtector("OrleansMixi.Mail.Key");
    private byte[]? _hashKey;

    /// <summary>The keyed hash of an address.</summary>
    public async ValueTask<byte[]> Hash(string address)
    {
        _hashKey ??= Convert.FromBase64String(_key.Unprotect(await secrets.GetOrAdd(
            "mail-hash", () => _key.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes))))));
        return HMACSHA256.HashData(_hashKey, Encoding.UTF8.GetBytes(MailAddress.Key(address)));
    }

    /// <summary>Encrypts.</summary>
    public string Close(string text) => _mail.Protect(text);

    /// <summary>Decrypts; null if the keys for it are gone.</summary>
    public string? Open(string? text)
    {
        try
        {
            return text is null ? null : _mail.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
