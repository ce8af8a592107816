using OrleansMixi.Demo;
using OrleansMixi.Log;

namespace OrleansMixi.Hosting;

/// <summary>Health for load balancers: alive as long as the process answers, ready when database and cluster do, and a demo town is furnished.</summary>
internal static class HealthApi
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapMixiHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).ExcludeFromDescription();
    }

    private static async Task<IResult> Ready(LogStore store, IGrainFactory grains, DemoHosting demo, HttpContext http)
    {
        if (demo.Filling)
        {
            return Results.Text("not ready: the demo town is being filled", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        try
        {
            await store.Heads(http.RequestAborted).WaitAsync(Patience, http.RequestAborted);
            await grains.GetGrain<News.INewsCategoryGrain>(1).Feeds().WaitAsync(Patience, http.RequestAborted);
            return Results.Text("ready");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return Results.Text($"not ready: {error.GetType().Name}", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
