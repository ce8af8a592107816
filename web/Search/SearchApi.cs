using System.Security.Claims;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Search;

/// <summary>Search for people and communities over HTTP.</summary>
internal static class SearchApi
{
    /// <summary>The longest words, in text elements.</summary>
    public const int MaxWords = 60;

    private const int DefaultLimit = 20;
    private const int MaxLimit = 50;

    public static void MapSearch(this IEndpointRouteBuilder app) => app.MapGet("/api/search", Find).WithTags("Search").Produces<SearchView>()
        .WithSummary("Find people by handle or nickname, communities by title")
        .WithDescription("'q' is any part of the name, in any case and width; 'kind' is people or communities, both if absent.");

    private static async Task<IResult> Find(string? q, string? kind, int? limit, ClaimsPrincipal caller, Viewers viewers, SearchDesk desk)
    {
        var viewer = await viewers.Of(caller);
        var size = limit is null or (>= 1 and <= MaxLimit) ? limit ?? DefaultLimit : throw Errors.Invalid("limit", $"'limit' is 1 to {MaxLimit}.");
        var words = string.IsNullOrWhiteSpace(q) ? throw Errors.Invalid("q", "'q' is empty; write a part of a name.") : q;
        PostRules.Text("q", words, MaxWords);
        return Results.Ok(kind switch
        {
            null => new(await desk.People(viewer, words, size), await desk.Places(viewer, words, size)),
            "people" => new(await desk.People(viewer, words, size), []),
            "communities" => new SearchView([], await desk.Places(viewer, words, size)),
            _ => throw Errors.Invalid("kind", "'kind' is 'people' or 'communities'."),
        });
    }
}
