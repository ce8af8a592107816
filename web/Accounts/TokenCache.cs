using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Storage;

namespace OrleansMixi.Accounts;

/// <summary>Tokens that were found lately, for a few seconds; a revoke entry in the log ends them at once.</summary>
internal sealed class TokenCache(TokenStore tokens, TimeProvider time, IOptions<LogOptions> options) : ILogFollower
{
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(10);

    private readonly GenerationCache<string, (TokenRow Row, long At)> _found = new(options.Value.CachedPosts / 4);
    private long _changes;

    /// <summary>The living token of a text; null if there is none.</summary>
    public async ValueTask<TokenRow?> Find(string text)
    {
        if (_found.TryGet(text, out var known) && time.GetElapsedTime(known.At) < Keep)
        {
            return known.Row;
        }

        var stamp = Interlocked.Read(ref _changes);
        var row = await tokens.Find(text);
        if (row is not null && stamp == Interlocked.Read(ref _changes))
        {
            _found.Set(text, (row, time.GetTimestamp()));
        }

        return row;
    }

    /// <inheritdoc/>
    public void Applied(Activity entry)
    {
        if (entry.Header.Kind is ActivityKind.Revoke or ActivityKind.Member)
        {
            // Revocations are rare; finding the rest again costs one query each.
            Interlocked.Increment(ref _changes);
            _found.Clear();
        }
    }
}
