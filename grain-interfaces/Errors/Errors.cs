using System.Collections.Frozen;

namespace OrleansMixi;

/// <summary>The catalogue of refusals: every stable code with its HTTP status.</summary>
public static class Errors
{
    private static readonly FrozenDictionary<string, int> Statuses = new Dictionary<string, int>
    {
        ["invalid"] = 400,
        ["cursor-invalid"] = 400,
        ["unauthenticated"] = 401,
        ["forbidden"] = 403,
        ["scope-missing"] = 403,
        ["not-found"] = 404,
        ["handle-taken"] = 409,
        ["idempotency-key-reused"] = 409,
        ["conflict"] = 409,
        ["friendship-tied"] = 409,
        ["too-large"] = 413,
        ["text-too-long"] = 422,
        ["rate-limited"] = 429,
        ["unavailable"] = 503,
    }.ToFrozenDictionary();

    /// <summary>The HTTP status of a code; 500 for an unknown one.</summary>
    public static int Status(string code) => Statuses.GetValueOrDefault(code, 500);

    /// <summary>A field has a value that can't be taken.</summary>
    public static MixiException Invalid(string field, string message) => new("invalid", message, field);

    /// <summary>A page or stream position that this server did not hand out.</summary>
    public static MixiException InvalidCursor(string field) =>
        new("cursor-invalid", $"'{field}' is not a position that this server handed out; leave it away to start at the newest.", field);

    /// <summary>The caller is known but may not do this.</summary>
    public static MixiException Forbidden(string message) => new("forbidden", message);

    /// <summary>The token lacks a scope.</summary>
    public static MixiException ScopeMissing(string scope) =>
        new("scope-missing", $"This needs a token with the scope '{scope}'; make one with `web token <handle> --scopes …,{scope}`.");

    /// <summary>There is no such thing, or none that the caller may know of.</summary>
    public static MixiException NotFound(string what) => new("not-found", $"There is no {what} here that you may see.");

    /// <summary>The name is taken, was taken once, or is reserved.</summary>
    public static MixiException HandleTaken(string handle) =>
        new("handle-taken", $"'{handle}' is taken or reserved; choose another.", "handle");

    /// <summary>The same idempotency key came with another body.</summary>
    public static MixiException KeyReused() =>
        new("idempotency-key-reused", "This Idempotency-Key was used for another post within 24 hours; use a new key for a new post.", "Idempotency-Key");

    /// <summary>The state does not allow it.</summary>
    public static MixiException Conflict(string message) => new("conflict", message);

    /// <summary>A friendship that came by an invitation can't be ended yet.</summary>
    public static MixiException FriendshipTied(string until) =>
        new("friendship-tied", $"An invitation made this friendship; it can be ended from {until} on (Mixi:Limits:InvitedFriendshipMonths). A block holds at once.");

    /// <summary>A text is over its bound.</summary>
    public static MixiException TextTooLong(string field, int length, int limit) =>
        new("text-too-long", $"'{field}' has {length} text elements; the limit here is {limit}.", field);

    /// <summary>A limit was reached.</summary>
    public static MixiException RateLimited(string option, int limit, int retryAfter) =>
        new("rate-limited", $"The limit {option} = {limit} is reached; try again in {retryAfter} s.", null, Math.Max(1, retryAfter));

    /// <summary>The database or the cluster is away for a moment; a post may be retried with its key.</summary>
    public static MixiException Unavailable() =>
        new("unavailable", "The log can't be written at the moment. Try again; with the same Idempotency-Key nothing is posted twice.", null, 2);
}
