using Microsoft.Extensions.Localization;
using OrleansMixi.News;
using OrleansMixi.Pages.Data;
using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Parts;

/// <summary>How a topic is called and addressed on pages.</summary>
internal static class TopicLabel
{
    /// <summary>The address of the topic's page.</summary>
    public static string Url(string topic) => "/" + topic.Replace(':', '/');

    /// <summary>A short name for a topic of which only the spelling is known.</summary>
    public static string Short(string topic, IStringLocalizer words) =>
        !TopicName.TryParse(topic, out var name) ? topic
        : name.Kind == TopicKind.User ? "@" + name.Name
        : name.Kind == TopicKind.Thread ? words["topic.thread"]
        : name.Kind == TopicKind.News && NewsCategory.Number(name.Name) > 0 ? words["news." + name.Name]
        : name.Name;

    /// <summary>The name for a topic's own page and for lists.</summary>
    public static string Full(TopicCard card, IStringLocalizer words) =>
        card.Name.Kind == TopicKind.News ? Short(card.Name.ToString(), words) : card.Title;
}
