namespace OrleansMixi.Communities;

/// <summary>A community as lists show it.</summary>
public sealed class CommunityRow
{
    /// <summary>Its number.</summary>
    public int Number { get; set; }

    /// <summary>Its name in addresses.</summary>
    public string Slug { get; set; } = "";

    /// <summary>Its title.</summary>
    public string Title { get; set; } = "";

    /// <summary>What it is about.</summary>
    public string Description { get; set; } = "";

    /// <summary>How many members it has.</summary>
    public int Members { get; set; }
}
