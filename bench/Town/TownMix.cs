namespace OrleansMixi.Town;

/// <summary>How often members do what: of a thousand requests 850 read, and most of what is written is small.</summary>
internal static class TownMix
{
    private static readonly (TownKind Kind, int InThousand)[] Proportions =
    [
        (TownKind.Home, 300), (TownKind.Feed, 150), (TownKind.Thread, 180), (TownKind.Profile, 150), (TownKind.Notifications, 70),
        (TownKind.Reaction, 60), (TownKind.Comment, 35), (TownKind.Message, 30), (TownKind.Post, 25),
    ];

    public static readonly IReadOnlyList<TownKind> Kinds = Enum.GetValues<TownKind>();

    private static readonly TownKind[] Drawn = [.. Proportions.SelectMany(part => Enumerable.Repeat(part.Kind, part.InThousand))];

    /// <summary>A kind by lot.</summary>
    public static TownKind Draw(Random random) => Drawn[random.Next(Drawn.Length)];

    /// <summary>A kind's name in tables and in the line of JSON.</summary>
    public static string Name(TownKind kind) => kind.ToString().ToLowerInvariant();
}
