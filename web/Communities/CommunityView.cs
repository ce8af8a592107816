using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>A community as the caller may see it.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Topic">Its topic.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Joining"><c>open</c>, <c>approval</c> or <c>invitation</c>.</param>
/// <param name="Members">How many members it has.</param>
/// <param name="Category">Its category.</param>
/// <param name="Visibility"><c>public</c>, <c>listed</c> or <c>hidden</c>.</param>
/// <param name="Posting">Who begins topics: <c>members</c> or <c>staff</c>.</param>
/// <param name="Founder">Who is at its head; null while nobody is, or for those whom a block keeps apart.</param>
/// <param name="Common">In lists by friends or by members in common: how many; else null.</param>
/// <param name="Friends">Some of the caller's friends who are there.</param>
/// <param name="Standing">How the caller stands to it; null in lists and for strangers.</param>
public sealed record CommunityView(
    string Slug,
    string Topic,
    string Title,
    string Description,
    string Joining,
    int Members,
    string Category,
    string Visibility,
    string Posting,
    AuthorView? Founder = null,
    int? Common = null,
    IReadOnlyList<AuthorView>? Friends = null,
    StandingView? Standing = null);
