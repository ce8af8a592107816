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

    /// <summary>Its category.</summary>
    public string Category { get; set; } = CommunityCategory.Other;

    /// <summary>How one becomes a member.</summary>
    public Joining Joining { get; set; }

    /// <summary>Who may read it, and who may know of it.</summary>
    public Openness Visibility { get; set; }

    /// <summary>Who may begin topics.</summary>
    public Posting Posting { get; set; }

    /// <summary>The member at its head; 0 for nobody.</summary>
    public int Founder { get; set; }

    /// <summary>How many members it has.</summary>
    public int Members { get; set; }

    /// <summary>How many of the viewer's friends, or of some other members, belong to it; only where that was asked for.</summary>
    public int Common { get; set; }

    /// <summary>The settings in it.</summary>
    public CommunityProfile ToProfile() => new(Number, Slug, Title, Description, Joining, Founder, Category, Visibility, Posting);
}
