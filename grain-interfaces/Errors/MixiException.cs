namespace OrleansMixi;

/// <summary>A refusal that its caller can act on. It crosses hosts unchanged; the edge turns it into a problem document.</summary>
[GenerateSerializer, Alias("mixi.MixiException")]
public sealed class MixiException : Exception
{
    /// <summary>Makes a refusal of a kind of <see cref="Errors"/>.</summary>
    /// <param name="code">The stable code.</param>
    /// <param name="message">What is wrong and what to change.</param>
    /// <param name="field">The field at fault, if one is.</param>
    /// <param name="retryAfter">Whole seconds after which a retry can help; 0 if it can't.</param>
    public MixiException(string code, string message, string? field = null, int retryAfter = 0)
        : base(message) => (Code, Field, RetryAfter) = (code, field, retryAfter);

    /// <summary>The stable code, one of <see cref="Errors"/>.</summary>
    [Id(0)]
    public string Code { get; }

    /// <summary>The field at fault, if one is.</summary>
    [Id(1)]
    public string? Field { get; }

    /// <summary>Whole seconds after which a retry can help; 0 if it can't.</summary>
    [Id(2)]
    public int RetryAfter { get; }
}
