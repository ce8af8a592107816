namespace OrleansMixi.Members;

/// <summary>An access token as stored, without its secret.</summary>
public sealed class TokenRow
{
    public int Number { get; set; }

    public int Member { get; set; }

    /// <summary>The member's handle, where asked for.</summary>
    public string Handle { get; set; } = "";

    /// <summary>Scopes with commas between.</summary>
    public string Scopes { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Unix milliseconds.</summary>
    public long Created { get; set; }
}
