using System.Net;
using System.Net.Http.Headers;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Archive;

[Collection<ArchiveCollection>]
public sealed class ExportTests(ArchiveTowns towns)
{
    [Fact]
    public async Task Only_its_owner_fetches_an_archive_and_nothing_on_the_way_keeps_it()
    {
        using var hanako = await towns.Member();
        await hanako.Post("mine");
        await hanako.Export();
        using var answer = await hanako.GetAsync("api/me/archive/download");
        Assert.True(answer.Headers.CacheControl is { NoStore: true, Private: true });
        Assert.Equal($"mixi-{await SharedTown.Handle(hanako)}.zip", answer.Content.Headers.ContentDisposition?.FileName);
        using var taro = await towns.Member();
        await taro.GetAsync("api/me/archive/download").Refused(404, "not-found");
        using var stranger = towns.One.Client();
        await stranger.GetAsync("api/me/archive/download").Refused(401, "unauthenticated");
        await stranger.PostAsync("api/me/archive", null).Refused(401, "unauthenticated");
    }

    [Fact]
    public async Task A_part_of_an_archive_can_be_fetched_after_a_break()
    {
        using var hanako = await towns.Member();
        var whole = await hanako.Export();
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/me/archive/download") { Headers = { Range = new RangeHeaderValue(100, null) } };
        using var answer = await hanako.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(whole[100..], await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task An_archive_larger_than_the_bound_fails_with_its_name()
    {
        using var database = new TempDatabase();
        await using var town = await TownProcess.Start(database.ConnectionString, "Production", ("Mixi__Archive__Look", "00:00:00.1"), ("Mixi__Archive__MaxBytes", "1000"));
        using var hanako = (await ArchiveTowns.Members(town, "hanako"))[0];
        await hanako.PostAsync("api/me/archive", null).Ok(HttpStatusCode.Accepted);
        Assert.Equal("too-large", (await hanako.Ended("export")).Text("problem"));
    }
}
