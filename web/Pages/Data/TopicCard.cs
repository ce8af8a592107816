using OrleansMixi.Communities;
using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Data;

/// <summary>A topic as lists and the head of its own page show it.</summary>
/// <param name="Name">The topic.</param>
/// <param name="Title">Nickname or community title; ignored for news, whose names are words of the interface.</param>
/// <param name="Description">Introduction or description, plain text; may be empty.</param>
/// <param name="Followers">How many members follow it or belong to it.</param>
/// <param name="Relation">What binds the viewer to it.</param>
/// <param name="Bot">Whether this is a bot.</param>
/// <param name="Joining">How one gets into a community; null for other topics.</param>
/// <param name="Locked">Whether a member approves each follower.</param>
public sealed record TopicCard(
    TopicName Name,
    string Title,
    string Description,
    int Followers,
    Relation Relation,
    bool Bot = false,
    Joining? Joining = null,
    bool Locked = false);
