using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OrleansMixi.Towns;

namespace OrleansMixi.Read;

/// <summary>Compares the pages that readers are given with the timelines by definition.</summary>
internal static class PageAudit
{
    public static ResultBooks Of(IReadOnlyList<long> expected, IReadOnlyList<long> shown) => new(
        expected.Count,
        expected.Intersect(shown).Count(),
        0,
        0,
        expected.Except(shown).Count() + shown.Except(expected).Count(),
        shown.Count - shown.Distinct().Count(),
        shown.Zip(shown.Skip(1)).Count(pair => pair.First <= pair.Second));

    public static ResultBooks Sum(IEnumerable<ResultBooks> books) => books.Aggregate(new ResultBooks(0, 0, 0, 0, 0, 0, 0), (sum, one) => new(
        sum.Expected + one.Expected, sum.Delivered + one.Delivered, sum.Filtered + one.Filtered, sum.Pending + one.Pending,
        sum.Lost + one.Lost, sum.Duplicated + one.Duplicated, sum.OutOfOrder + one.OutOfOrder));

    /// <summary>Reads every reader's page over HTTP; this also puts what they show into the host's memory.</summary>
    public static async Task<(ResultBooks Books, Dictionary<int, long[]> Timelines, Dictionary<long, byte[]> Posts)> OverHttp(ReadTown town, ServerProcess server, int limit)
    {
        var (books, timelines, posts) = (new List<ResultBooks>(), new Dictionary<int, long[]>(), new Dictionary<long, byte[]>());
        using var http = new HttpClient { BaseAddress = server.Address };
        foreach (var reader in town.Readers)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"api/timeline?limit={limit}") { Headers = { Authorization = new("Bearer", ReadTown.Token(reader)) } };
            using var answer = await http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            var page = await answer.Content.ReadFromJsonAsync<JsonElement>();
            var shown = page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("post")).ToDictionary(
                post => long.Parse(post.GetProperty("id").GetString()!, CultureInfo.InvariantCulture), post => Encoding.UTF8.GetBytes(post.GetRawText()));
            timelines[reader] = [.. shown.Keys];
            books.Add(Of(await town.Timeline(reader, limit), timelines[reader]));
            foreach (var (id, json) in shown)
            {
                posts[id] = json;
            }
        }

        return (Sum(books), timelines, posts);
    }
}
