using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace OrleansMixi.Town;

/// <summary>
/// Looks afterwards, through the API, whether everything that was acknowledged is there once: posts in their feeds, comments
/// in their threads and counts, reactions and their counts, messages, footprints, and what live readers were sent.
/// </summary>
internal sealed class TownAudit(TownServer town, TownGraph graph, TownBooks books, IReadOnlyList<TownReader> readers) : IDisposable
{
    private const int AtOnce = 8, Listed = 200, Page = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly HttpClient _http = new() { BaseAddress = town.Server.Address };

    /// <summary>The books of each kind.</summary>
    public async Task<IReadOnlyDictionary<string, LedgerBalance>> Balance() => new Dictionary<string, LedgerBalance>
    {
        ["posts"] = books.Posts.Balance(await Gather(books.Posts.Acknowledged.Select(post => post.Topic).Distinct(), Feed)),
        ["comments"] = books.Comments.Balance(await Gather(books.Comments.Acknowledged.Select(comment => comment.Post).Distinct(), Thread)),
        ["counts"] = await Written(Counts),
        ["reactions"] = books.Reactions.Balance(await Reactions()),
        ["messages"] = books.Messages.Balance(await Gather(books.Messages.Acknowledged.Select(message => message.Conversation).Distinct(), Conversation)),
        ["footprints"] = await Written(Footprints),
        ["live"] = await Written(() => Task.FromResult(Live())),
    };

    public void Dispose() => _http.Dispose();

    /// <summary>Footprints are written, counts told, and frames sent, a little later: what is not there is looked for again.</summary>
    private static async Task<LedgerBalance> Written(Func<Task<LedgerBalance>> look)
    {
        var waited = Stopwatch.StartNew();
        var balance = await look();
        while (balance.Delivered < balance.Expected && waited.Elapsed < Patience)
        {
            await Task.Delay(100);
            balance = await look();
        }

        return balance;
    }

    private async Task<LedgerBalance> Footprints() =>
        books.Footprints.Balance(await Gather(books.Footprints.Acknowledged.Select(footprint => footprint.Member).Distinct(), Visitors));

    private LedgerBalance Live()
    {
        var written = books.Posts.Acknowledged.Select(post => post.Text).ToHashSet();
        return readers.Select(reader =>
        {
            var due = new Ledger<int>();
            foreach (var (text, (post, _)) in books.Written.Where(entry => graph.Reaches(entry.Value.Post, reader.Member)))
            {
                due.Note(text, written.Contains(text));
            }

            return due.Balance(reader.Posts);
        }).Aggregate(default(LedgerBalance), (sum, one) => sum + one);
    }

    /// <summary>Whether posts say as many comments and reactions as there are.</summary>
    private async Task<LedgerBalance> Counts()
    {
        var comments = books.Comments.Acknowledged.CountBy(comment => comment.Post).ToDictionary();
        var reactions = books.Reactions.Acknowledged.CountBy(reaction => reaction.Post).ToDictionary();
        var doubtful = books.Comments.Doubtful.Select(comment => comment.Post).Concat(books.Reactions.Doubtful.Select(reaction => reaction.Post)).CountBy(post => post).ToDictionary();
        return (await Gather<string, LedgerBalance>(comments.Keys.Union(reactions.Keys), async post =>
        {
            var counts = (await Get($"api/posts/{post}", 0)).GetProperty("counts");
            var (expected, told) = (comments.GetValueOrDefault(post) + reactions.GetValueOrDefault(post), counts.GetProperty("comments").GetInt32() + counts.GetProperty("reactions").EnumerateObject().Sum(count => count.Value.GetInt32()));
            return [new LedgerBalance(expected, Math.Min(expected, told), Math.Max(0, told - expected - doubtful.GetValueOrDefault(post)))];
        })).Aggregate(default(LedgerBalance), (sum, one) => sum + one);
    }

    private Task<IReadOnlyCollection<(string, int)>> Feed(string topic) => Texts($"api/feeds/{topic}?limit={Page}", topic, 0, "post");

    private Task<IReadOnlyCollection<(string, int)>> Thread(string post) => Texts($"api/feeds/post:{post}?limit={Page}", post, 0, "post");

    private Task<IReadOnlyCollection<(string, int)>> Conversation(string id) =>
        Texts($"api/messages/{id}/messages?limit={Page}", id, town.People.Conversations.First(conversation => conversation.Id == id).One, null);

    private async Task<IReadOnlyCollection<(int, int)>> Visitors(int member)
    {
        var found = new List<(int, int)>();
        await foreach (var item in Items($"api/footprints?limit={Page}", member))
        {
            found.Add((member, int.Parse(item.GetProperty("member").GetProperty("handle").GetString()![1..], System.Globalization.CultureInfo.InvariantCulture)));
        }

        return found;
    }

    /// <summary>Who reacted, where the list names all of them; of others the counts must do.</summary>
    private async Task<IReadOnlyCollection<(string, int, string)>> Reactions()
    {
        var posts = books.Reactions.Acknowledged.GroupBy(reaction => reaction.Post).ToDictionary(post => post.Key, post => post.ToList());
        return await Gather<string, (string, int, string)>(posts.Keys, async post => posts[post].Count >= Listed
            ? posts[post]
            : (await Get($"api/posts/{post}/reactions", 0)).EnumerateArray()
                .Select(row => (post, int.Parse(row.GetProperty("handle").GetString()![1..], System.Globalization.CultureInfo.InvariantCulture), row.GetProperty("reaction").GetString()!)).ToList());
    }

    private async Task<IReadOnlyCollection<(string, int)>> Texts(string path, string place, int member, string? part)
    {
        var found = new List<(string, int)>();
        await foreach (var item in Items(path, member))
        {
            if (TownBooks.Number((part is null ? item : item.GetProperty(part)).GetProperty("text").GetString()) is > 0 and var text)
            {
                found.Add((place, text));
            }
        }

        return found;
    }

    private async IAsyncEnumerable<JsonElement> Items(string path, int member)
    {
        for (string? next = ""; next is not null;)
        {
            var page = await Get(next.Length == 0 ? path : $"{path}&before={Uri.EscapeDataString(next)}", member);
            foreach (var item in page.GetProperty("items").EnumerateArray())
            {
                yield return item;
            }

            next = page.GetProperty("next").GetString();
        }
    }

    private async Task<JsonElement> Get(string path, int member)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", town.People.Token(member));
        using var answer = await _http.SendAsync(request);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<IReadOnlyCollection<TFound>> Gather<TKey, TFound>(IEnumerable<TKey> keys, Func<TKey, Task<IReadOnlyCollection<TFound>>> look)
    {
        var found = new ConcurrentBag<TFound>();
        await Parallel.ForEachAsync(keys, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (key, _) =>
        {
            foreach (var one in await look(key))
            {
                found.Add(one);
            }
        });
        return found;
    }
}
