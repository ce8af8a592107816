using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Storage;

namespace OrleansMixi.Accounts;

/// <summary>Tokens that were found lately, for a few seconds; a revoke entry in the log ends them at once.</summary>
internal sealed class TokenCache(TokenStore tokens, TimeProvider time, IOptions<LogOptions> options) : ILogFollower
{
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(10);

    private readonly GenerationCache<string, (TokenPrincipal Caller, long At)> _found = new(options.Value.CachedPosts / 4);

    /// <summary>Who calls with a living token; null if there is none of that text.</summary>
    public ValueTask<TokenPrincipal?> Find(string text) =>
        _found.TryGet(text, out var known) && time.GetElapsedTime(known.At) < Keep ? new(known.Caller) : Load(text);

    /// <inheritdoc/>
    public void Applied(Activity entry)
    {
        if (entry.Header.Kind is ActivityKind.Revoke or ActivityKind.Member)
        {
            // Revocations are rare; finding the rest again costs one query each.
            _found.Clear();
        }
    }

    private async ValueTask<TokenPrincipal?> Load(string text)
    {
        var stamp = _found.Removals;
        if (await tokens.Find(text) is not { } row)
        {
            return null;
        }

        var caller = new TokenPrincipal(row);
        _found.Offer(text, (caller, time.GetTimestamp()), stamp);
        return caller;
    }
}
