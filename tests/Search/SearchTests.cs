using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Search;

[Collection<TownCollection>]
public sealed class SearchTests(SharedTown shared)
{
    [Theory]
    [InlineData("Ａｄａ Ｌｏｖｅ", "ada l")]
    [InlineData("ﾊﾟﾝ屋のけん", "パン屋")]
    [InlineData("パン屋のけん", "のけ")]
    [InlineData("Straße 7", "STRASSE", false)]
    [InlineData("ÉCLAIR", "éclair")]
    [InlineData("100%_sure!", "%_s")]
    [InlineData("김민수", "민")]
    [InlineData("Владимир", "ВЛАДИ")]
    [InlineData("Zoë", "zoe", false)]
    public async Task A_nickname_is_found_by_any_part_of_it_in_any_script_case_and_width(string nickname, string words, bool found = true)
    {
        var handle = $"s{Guid.NewGuid().ToString("N")[..12]}";
        using var admin = shared.Town.Client(shared.Admin);
        await admin.PostAsJsonAsync("api/admin/members", new[] { new { handle, nickname } }).Ok(HttpStatusCode.OK);
        Assert.Equal(found, (await People(admin, words)).Contains(handle));
    }

    [Fact]
    public async Task A_handle_is_found_with_and_without_its_sign_and_the_exact_one_comes_first()
    {
        using var taro = await shared.Member();
        var tail = Guid.NewGuid().ToString("N")[..8];
        await shared.Town.Members(shared.Admin, $"x{tail}", $"{tail}-longer", tail);
        Assert.Equal([tail, $"{tail}-longer", $"x{tail}"], await People(taro, tail));
        Assert.Equal([tail, $"{tail}-longer", $"x{tail}"], await People(taro, $"＠{tail.ToUpperInvariant()}"));
        Assert.Equal([tail], await People(taro, tail, "&limit=1"));
    }

    [Fact]
    public async Task Those_who_block_each_other_do_not_find_each_other()
    {
        using var taro = await shared.Member();
        using var hanako = await shared.Member();
        var (his, her) = (await SharedTown.Handle(taro), await SharedTown.Handle(hanako));
        Assert.Equal([her], await People(taro, her));
        await hanako.PutAsync($"api/blocks/{his}", null).Ok(HttpStatusCode.NoContent);
        Assert.Empty(await People(taro, her));
        Assert.Empty(await People(hanako, his));
    }

    [Fact]
    public async Task A_community_is_found_by_title_and_slug()
    {
        using var taro = await shared.Member();
        var slug = $"p{await SharedTown.Handle(taro)}";
        await taro.Json(HttpMethod.Post, "api/communities", $$"""{"slug":"{{slug}}","title":"夜行列車の旅 {{slug}}"}""").Ok(HttpStatusCode.Created);
        foreach (var words in new[] { slug, $"列車の旅 {slug}" })
        {
            var found = await taro.GetFromJsonAsync<JsonElement>($"api/search?kind=communities&q={Uri.EscapeDataString(words)}");
            Assert.Equal(slug, found.GetProperty("communities")[0].GetProperty("slug").GetString());
            Assert.Empty(found.GetProperty("people").EnumerateArray());
        }
    }

    [Fact]
    public async Task What_can_not_be_searched_is_refused_with_the_field()
    {
        using var taro = await shared.Member();
        await taro.GetAsync("api/search").Refused(400, "invalid");
        await taro.GetAsync("api/search?q=%20").Refused(400, "invalid");
        await taro.GetAsync("api/search?q=a&kind=posts").Refused(400, "invalid");
        await taro.GetAsync("api/search?q=a&limit=51").Refused(400, "invalid");
        await taro.GetAsync($"api/search?q={new string('a', 61)}").Refused(422, "text-too-long");
        await taro.GetAsync("api/search?q=a%00b").Refused(400, "invalid");
        using var stranger = shared.Town.Client();
        Assert.Contains("search", await stranger.GetStringAsync("search?q=%ED%A0%80a"), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> People(HttpClient client, string words, string more = "") =>
        [.. (await client.GetFromJsonAsync<JsonElement>($"api/search?kind=people&q={Uri.EscapeDataString(words)}{more}")).GetProperty("people").EnumerateArray().Select(person => person.Text("handle"))];
}
