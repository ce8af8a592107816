using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Towns;

namespace OrleansMixi.Town;

/// <summary>The members of a town with their tokens, what they wrote before the load begins, and the conversations that they have.</summary>
internal sealed class TownPeople(TownGraph graph)
{
    private const int AtOnce = 16, Writers = 1_000, Talkers = 500;
    private const string Words = "The ferry is late again and the harbour smells of rain; the kettle is on.";
    private readonly ConcurrentBag<TownPost> _posts = [];
    private readonly ConcurrentBag<(string Id, int One, int Other)> _conversations = [];
    private string[] _tokens = [];

    /// <summary>Posts from before the load.</summary>
    public IReadOnlyCollection<TownPost> Posts => _posts;

    /// <summary>Conversations of two friends each.</summary>
    public IReadOnlyList<(string Id, int One, int Other)> Conversations => [.. _conversations.OrderBy(conversation => conversation.One)];

    public static string Handle(int member) => string.Create(CultureInfo.InvariantCulture, $"t{member:D5}");

    public static string Slug(int community) => string.Create(CultureInfo.InvariantCulture, $"c{community:D3}");

    /// <summary>A member's topic, or a community's.</summary>
    public static string Topic(int author, int community) => community < 0 ? $"user:{Handle(author)}" : $"community:{Slug(community)}";

    public string Token(int member) => _tokens[member];

    /// <summary>Makes members and communities.</summary>
    public async Task Come(ServerProcess server)
    {
        var made = await server.Members(await server.Token("op", "admin"), Enumerable.Range(0, graph.Members).Select(Handle));
        _tokens = [.. made.Select(member => member.Token)];
        using var http = new HttpClient { BaseAddress = server.Address };
        await Each(graph.Communities, async community =>
            await Ask(http, graph.Founder(community), "api/communities", new { slug = Slug(community), title = $"Community {community}", description = Words }));
    }

    /// <summary>Lets members write, and begin conversations.</summary>
    public async Task Begin(ServerProcess server)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        await Each(Math.Min(Writers, graph.Members), async author =>
        {
            int[] places = [-1, -1, -1, graph.CommunitiesOf(author).First()];
            var answer = await Ask(http, author, "api/posts", places.Select(place => new { text = Words, topic = Topic(author, place) }));
            foreach (var (place, item) in places.Zip(answer.EnumerateArray()))
            {
                _posts.Add(new(item.GetProperty("post").GetProperty("id").GetString()!, author, place));
            }
        });
        await Each(Math.Min(Talkers, graph.Members), async member =>
        {
            var friend = graph.Friends(member).First();
            var answer = await Ask(http, member, "api/messages", new { with = Handle(friend) });
            _conversations.Add((answer.GetProperty("id").GetString()!, member, friend));
        });
    }

    private async Task<JsonElement> Ask(HttpClient http, int member, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", Token(member));
        using var answer = await http.SendAsync(request);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task Each(int count, Func<int, Task> act) =>
        Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) => await act(number));
}
