using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace OrleansMixi.Hammer;

/// <summary>The calls of the public interface that a run makes.</summary>
internal sealed class MixiApi(HttpMessageInvoker http, HammerOptions options, TimeProvider time)
{
    private const int MembersPerCall = 500;

    private readonly PatientClient _client = new(http, options, time);

    /// <summary>Makes members, in the order asked for. Not repeated: a second attempt would find the handles taken.</summary>
    public async Task<IReadOnlyList<Member>> MakeMembers(IEnumerable<string> handles, CancellationToken stop)
    {
        var members = new List<Member>();
        foreach (var chunk in handles.Chunk(MembersPerCall))
        {
            var made = await _client.Send(
                () => Request(HttpMethod.Post, "api/admin/members", options.Token, chunk.Select(handle => new NewMember(handle)).ToArray()),
                Read<Member[]>,
                retries: 0,
                stop);
            if (made?.Length != chunk.Length)
            {
                throw made is null
                    ? Unreachable("POST /api/admin/members")
                    : new HammerStop($"POST /api/admin/members was asked for {chunk.Length} members and answered {made.Length}.");
            }

            members.AddRange(made);
        }

        return members;
    }

    /// <summary>Lets a member follow another.</summary>
    public async Task Follow(Member member, string handle, CancellationToken stop) =>
        _ = await _client.Send(() => Request<string>(HttpMethod.Put, $"api/follows/user:{handle}", member.Token), Nothing, options.Retries, stop)
            ?? throw Unreachable("PUT /api/follows");

    /// <summary>Writes a post, however often it takes under one key; null when it stayed without an answer.</summary>
    public Task<FeedPost?> Publish(Member member, string text, string key, CancellationToken stop) =>
        _client.Send(
            () =>
            {
                var request = Request(HttpMethod.Post, "api/posts", member.Token, new NewPost(text));
                request.Headers.Add("Idempotency-Key", key);
                return request;
            },
            Read<FeedPost>,
            options.Retries,
            stop);

    /// <summary>A page of a member's timeline, newest first; null when there was no answer.</summary>
    public Task<FeedBatch?> Timeline(Member member, int limit, string? before, CancellationToken stop) =>
        _client.Send(
            () => Request<string>(
                HttpMethod.Get,
                $"api/timeline?limit={limit}{(before is null ? "" : $"&before={Uri.EscapeDataString(before)}")}",
                member.Token),
            Read<FeedBatch>,
            options.Retries,
            stop);

    /// <summary>Asks for a member's live stream; the caller reads and disposes the answer.</summary>
    public async Task<HttpResponseMessage> Stream(Member member, string? cursor, CancellationToken stop)
    {
        using var request = Request<string>(HttpMethod.Get, "api/stream?topics=home", member.Token);
        request.Headers.Accept.Add(new("text/event-stream"));
        if (cursor is not null)
        {
            request.Headers.Add("Last-Event-ID", cursor);
        }

        var response = await http.SendAsync(request, stop);
        if (!response.IsSuccessStatusCode)
        {
            using (response)
            {
                await PatientClient.Refuse(request, response, stop);
                throw new HttpRequestException($"GET /api/stream was answered {(int)response.StatusCode}.");
            }
        }

        return response;
    }

    private HammerStop Unreachable(string call) =>
        new($"{call} got no answer from {options.Url}. Start the server there, or give its address with --url.");

    private HttpRequestMessage Request<T>(HttpMethod method, string path, string token, T? body = null)
        where T : class
    {
        var request = new HttpRequestMessage(method, new Uri(options.Url, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = body is null ? null : JsonContent.Create(body);
        return request;
    }

    private static Task<T?> Read<T>(HttpContent content, CancellationToken stop) => content.ReadFromJsonAsync<T>(stop);

    private static Task<string?> Nothing(HttpContent content, CancellationToken stop) => Task.FromResult<string?>("");
}
