using System.Globalization;
using OrleansMixi.Posts;

namespace OrleansMixi.Diaries;

/// <summary>A draft as stored.</summary>
internal sealed class DraftRow
{
    public int Member { get; set; }

    public int Number { get; set; }

    public string Title { get; set; } = "";

    public string Text { get; set; } = "";

    public int Audience { get; set; }

    public int Comments { get; set; }

    public long Publish { get; set; }

    public string? Problem { get; set; }

    public string Key { get; set; } = "";

    public string Media { get; set; } = "";

    public DiaryDraft ToDraft() => new(Number, Title, Text, (Audience)Audience, (Commenting)Comments, Publish, Problem)
    {
        Media = [.. Media.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, CultureInfo.InvariantCulture))],
    };
}
