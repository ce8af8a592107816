using Microsoft.Extensions.Localization;
using OrleansMixi.Messages;
using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Messages;

/// <summary>What a conversation and its lines are called.</summary>
internal static class ConversationLabel
{
    private const int MostNames = 4;

    /// <summary>Those in it besides the viewer.</summary>
    public static IReadOnlyList<AuthorView> Others(ConversationView conversation, string? self) =>
        [.. conversation.Members.Select(one => one.Member).Where(one => one.Handle != self)];

    /// <summary>The title of a group, or the names of the others.</summary>
    public static string Title(ConversationView conversation, string? self, IStringLocalizer<Words> words)
    {
        if (conversation.Title.Length > 0)
        {
            return conversation.Title;
        }

        var names = Others(conversation, self).Select(one => one.Nickname).ToList();
        return names.Count switch
        {
            0 => words["messages.alone"],
            <= MostNames => string.Join(words["messages.comma"], names),
            _ => words["messages.and-more", string.Join(words["messages.comma"], names.Take(MostNames)), names.Count - MostNames],
        };
    }

    /// <summary>A line in a few words, for lists.</summary>
    public static string Line(MessageView line, string? self, IStringLocalizer<Words> words)
    {
        var said = line switch
        {
            { Unsent: not null } or { Kind: "added" or "left" } => Event(line, self, words),
            { Stamp: { } stamp } => words["messages.stamp-line", words["stamps." + stamp]],
            _ => line.Text ?? "",
        };
        return line.Author.Handle == self && line is { Unsent: null, Kind: "text" or "stamp" } ? words["messages.you-said", said] : said;
    }

    /// <summary>What happened: somebody took something back, came or left.</summary>
    public static string Event(MessageView line, string? self, IStringLocalizer<Words> words)
    {
        var own = line.Author.Handle == self;
        return line.Kind switch
        {
            "added" => words[own ? "messages.you-added" : line.Member?.Handle == self ? "messages.added-you" : "messages.added", line.Author.Nickname, line.Member?.Nickname ?? ""],
            "left" => words[own ? "messages.you-left" : "messages.left", line.Author.Nickname],
            _ => words[own ? "messages.you-unsent" : "messages.unsent", line.Author.Nickname],
        };
    }
}
