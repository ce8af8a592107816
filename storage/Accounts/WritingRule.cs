using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Mail;
using OrleansMixi.Storage;

namespace OrleansMixi.Accounts;

/// <summary>Whether an account may write at all, beside what a place asks for. A proof that was seen stays seen until the log tells of the member.</summary>
public sealed class WritingRule(MailAddressStore addresses, IOptions<WritingOptions> rule, IOptions<LogOptions> options) : ILogFollower
{
    private readonly GenerationCache<int, bool> _proven = new(options.Value.CachedPosts / 4);

    /// <summary>Refuses a member who has to prove an e-mail address first.</summary>
    public async ValueTask Admit(int member)
    {
        if (!rule.Value.RequireMail || _proven.TryGet(member, out _))
        {
            return;
        }

        var stamp = _proven.Removals;
        if (!await addresses.IsProven(member))
        {
            throw Errors.Forbidden("Here members write once they have proven an e-mail address: /account/mail (Mixi:Accounts:RequireMail).");
        }

        _proven.Offer(member, true, stamp);
    }

    /// <inheritdoc/>
    public void Applied(Activity entry)
    {
        if (entry.Header.Kind == ActivityKind.Member)
        {
            _proven.Remove(entry.Header.Author);
        }
    }
}
