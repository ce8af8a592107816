using OrleansMixi.Posts;
using OrleansMixi.Reactions;

namespace OrleansMixi.Demo;

/// <summary>Something that the demo town's people wrote, and what the others made of it.</summary>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">The text; Markdown if there is a title.</param>
internal sealed record DemoEntry(string Author, string Text)
{
    /// <summary>A diary has one.</summary>
    public string? Title { get; init; }

    /// <summary>Posted to the cats' community.</summary>
    public bool Cats { get; init; }

    public Audience Audience { get; init; } = Audience.Everyone;

    /// <summary>A bundled picture and its description.</summary>
    public (string Name, string Alt)? Picture { get; init; }

    public bool Fleeting { get; init; }

    public IReadOnlyList<(string By, string Text)> Comments { get; init; } = [];

    public IReadOnlyList<(string By, Reaction Reaction)> Reactions { get; init; } = [];

    /// <summary>Who shares it.</summary>
    public string? SharedBy { get; init; }
}
