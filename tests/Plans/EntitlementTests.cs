using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansMixi.Api;
using OrleansMixi.Hosting;

namespace OrleansMixi.Plans;

[Collection(nameof(TownCollection))]
public sealed class EntitlementTests(SharedTown shared)
{
    [Fact]
    public async Task An_administrator_grants_premium_with_an_end_and_takes_it_back()
    {
        using var taro = await shared.Member();
        using var admin = shared.Town.Client(shared.Admin);
        var path = $"api/admin/plans/{await SharedTown.Handle(taro)}";
        Assert.Equal("free", await Plan(taro));
        var ends = TimeProvider.System.GetUtcNow().AddDays(30);
        await admin.PutAsJsonAsync(path, new { ends }).Ok(HttpStatusCode.OK);
        Assert.Equal("premium", await Plan(taro));
        Assert.Equal("premium", (await admin.GetFromJsonAsync<JsonElement>(path)).GetProperty("plan").GetString());
        await admin.DeleteAsync(path).Ok(HttpStatusCode.NoContent);
        await admin.DeleteAsync(path).Ok(HttpStatusCode.NoContent);
        Assert.Equal("free", await Plan(taro));
    }

    [Fact]
    public async Task A_plan_that_begins_later_does_not_count_yet()
    {
        using var taro = await shared.Member();
        using var admin = shared.Town.Client(shared.Admin);
        var now = TimeProvider.System.GetUtcNow();
        await admin.PutAsJsonAsync($"api/admin/plans/{await SharedTown.Handle(taro)}", new { starts = now.AddDays(1), ends = now.AddDays(2) }).Ok(HttpStatusCode.OK);
        Assert.Equal("free", await Plan(taro));
    }

    [Fact]
    public async Task Only_administrators_grant_and_only_with_an_end_ahead()
    {
        using var taro = await shared.Member();
        using var admin = shared.Town.Client(shared.Admin);
        var path = $"api/admin/plans/{await SharedTown.Handle(taro)}";
        var now = TimeProvider.System.GetUtcNow();
        await taro.PutAsJsonAsync(path, new { ends = now.AddDays(1) }).Refused(403, "scope-missing");
        await taro.GetAsync(path).Refused(403, "scope-missing");
        await admin.PutAsJsonAsync(path, new { ends = now.AddDays(-1) }).Refused(400, "invalid");
        await admin.PutAsJsonAsync(path, new { }).Refused(400, "invalid");
        await admin.PutAsJsonAsync("api/admin/plans/nobody-at-all", new { ends = now.AddDays(1) }).Refused(404, "not-found");
        Assert.Equal("free", await Plan(taro));
    }

    private static async Task<string> Plan(HttpClient client) => (await client.GetFromJsonAsync<JsonElement>("api/me/plan")).GetProperty("plan").GetString()!;
}
