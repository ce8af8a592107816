using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Live;

[Collection(nameof(TownCollection))]
public sealed class HubTests(SharedTown shared)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_hub_tells_the_same_in_both_protocols_and_resumes_by_cursor(bool messagePack)
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        using var leo = await shared.Member();
        await hanako.PutAsync($"api/follows/user:{await SharedTown.Handle(taro)}", null).Ok(HttpStatusCode.NoContent);
        var cursor = "";
        await using (var hub = Connect(hanako, messagePack))
        {
            var posts = await Listen(hub);
            await hub.InvokeAsync("Watch", new[] { "home" }, null);
            await taro.Post("live");
            cursor = await Expect(posts, "live");

            // A second watch adds a topic and repeats nothing.
            await hub.InvokeAsync("Watch", new[] { $"user:{await SharedTown.Handle(leo)}" }, null);
            await leo.Post("from leo");
            cursor = await Expect(posts, "from leo");
            await hub.InvokeCoreAsync("Unwatch", [new[] { $"user:{await SharedTown.Handle(leo)}" }]);
            await leo.Post("unheard");
        }

        await taro.Post("missed");
        await using var again = Connect(hanako, messagePack);
        var later = await Listen(again);
        await again.InvokeAsync("Watch", new[] { "home" }, cursor);
        await Expect(later, "missed");
    }

    [Fact]
    public async Task Posting_through_the_hub_is_posting_and_refusals_say_why()
    {
        using var taro = await shared.Member();
        await using var hub = Connect(taro, false);
        await hub.StartAsync();
        var post = await hub.InvokeAsync<JsonElement>("Publish", new { text = "through the hub" });
        Assert.Equal("through the hub", post.GetProperty("text").GetString());
        Assert.Equal(["through the hub"], await taro.Texts("api/timeline"));
        var refusal = await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync("Watch", new[] { "user:nobody-at-all" }, null));
        Assert.Contains("not-found", refusal.Message, StringComparison.Ordinal);
        await using var stranger = Connect(shared.Town.Client(), false);
        await stranger.StartAsync();
        refusal = await Assert.ThrowsAsync<HubException>(() => stranger.InvokeAsync("Watch", new[] { "home" }, null));
        Assert.Contains("unauthenticated", refusal.Message, StringComparison.Ordinal);
    }

    private HubConnection Connect(HttpClient client, bool messagePack)
    {
        var builder = new HubConnectionBuilder().WithUrl(new Uri(shared.Town.Address, "hubs/feed"), options =>
        {
            if (client.DefaultRequestHeaders.Authorization is { } authorization)
            {
                options.Headers["Authorization"] = authorization.ToString();
            }
        });
        return (messagePack ? builder.AddMessagePackProtocol() : builder).Build();
    }

    private static async Task<ChannelReader<(string? Text, string? Cursor)>> Listen(HubConnection hub)
    {
        var heard = Channel.CreateUnbounded<(string?, string?)>();
        hub.On<Batch>("Posts", batch =>
        {
            foreach (var item in batch.Items ?? [])
            {
                heard.Writer.TryWrite((item.Post?.Text, batch.Cursor));
            }
        });
        await hub.StartAsync();
        return heard.Reader;
    }

    private static async Task<string> Expect(ChannelReader<(string? Text, string? Cursor)> posts, string text)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var (heard, cursor) = await posts.ReadAsync(deadline.Token);
        Assert.Equal(text, heard);
        return cursor!;
    }

    /// <summary>What a client makes of <c>Posts</c>; lower-case in both protocols.</summary>
    [MessagePack.MessagePackObject]
    public sealed class Batch
    {
        [MessagePack.Key("items")]
        public List<Item>? Items { get; set; }

        [MessagePack.Key("cursor")]
        public string? Cursor { get; set; }
    }

    [MessagePack.MessagePackObject]
    public sealed class Item
    {
        [MessagePack.Key("post")]
        public Words? Post { get; set; }
    }

    [MessagePack.MessagePackObject]
    public sealed class Words
    {
        [MessagePack.Key("text")]
        public string? Text { get; set; }
    }
}
