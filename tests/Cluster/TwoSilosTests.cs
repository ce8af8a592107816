using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Postgres;
using OrleansMixi.Posts;
using OrleansMixi.Storage;
using OrleansMixi.Timelines;

namespace OrleansMixi.Cluster;

/// <summary>Two silos in one process.</summary>
[Collection(nameof(PostgresCollection))]
public sealed class TwoSilosTests(PostgresServer server)
{
    [Fact]
    public async Task What_is_posted_on_one_silo_is_in_every_followers_timeline_asked_on_the_other()
    {
        var database = Database.Of(await server.CreateDatabase());
        var shape = await Migrator.Migrate(database, 8, 16);
        var members = new MemberStore(database, TimeProvider.System);
        var numbers = new List<int>();
        for (var number = 0; number < 20; number++)
        {
            numbers.Add((await members.Create($"member{number}", null)).Number);
        }

        using var one = await Silo(database, shape);
        using var two = await Silo(database, shape);
        var (east, west) = (one.Services.GetRequiredService<IGrainFactory>(), two.Services.GetRequiredService<IGrainFactory>());
        await Task.WhenAll(numbers.Skip(1).Select(member => (member % 2 == 0 ? east : west).GetGrain<IUserGrain>(member).Follow(Topic.User(numbers[0]))));
        var post = await east.GetGrain<IUserGrain>(numbers[0]).Publish(new(Topic.User(numbers[0]), PostForm.Voice, null, "to everybody", Audience.Everyone, null, null));
        foreach (var member in numbers)
        {
            await Eventually.Holds(async () =>
                (await west.GetGrain<ITimelineShardGrain>(shape.ShardOf(member)).Page(new(member, null, long.MaxValue, 10, post.Id))).Ids.SequenceEqual([post.Id]));
        }

        await two.StopAsync();
        await one.StopAsync();
    }

    private static async Task<IHost> Silo(Database database, LogShape shape)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddMixiStorage(builder.Configuration, database, shape);
        builder.UseOrleans(silo => silo.AddMixi(database));
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
