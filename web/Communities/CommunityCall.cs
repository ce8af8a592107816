using System.Text.Json;
using OrleansMixi.Accounts;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>What a call about one community needs: who calls, which community, its grain.</summary>
internal sealed class CommunityCall(Viewers viewers, CommunityReader reader, People people, IGrainFactory grains, LogTail tail)
{
    /// <summary>The viewer and the community, if the viewer may know of it.</summary>
    public async Task<(Viewer Viewer, CommunityProfile Profile)> Read(HttpContext http, string slug)
    {
        var viewer = await viewers.Of(http.User);
        return (viewer, await reader.Known(viewer, slug));
    }

    /// <summary>Does something in the name of the caller, and answers when this host shows it.</summary>
    public async Task<IResult> Do(HttpContext http, string slug, Func<ICommunityGrain, int, Task> deed)
    {
        var member = http.User.Require("post");
        var (_, profile) = await Read(http, slug);
        await deed(grains.GetGrain<ICommunityGrain>(profile.Number), member);
        await Settled();
        return Results.NoContent();
    }

    /// <summary>The same about a member.</summary>
    public Task<IResult> Do(HttpContext http, string slug, string handle, Func<ICommunityGrain, int, int, Task> deed) =>
        Do(http, slug, async (grain, member) => await deed(grain, member, await people.Find(handle)));

    /// <summary>A body that may be absent.</summary>
    public static async Task<T?> Body<T>(HttpContext http)
        where T : class
    {
        if (http.Request.ContentLength is null or 0)
        {
            return null;
        }

        using JsonDocument document = await http.ReadJson();
        return Bodies.Read<T>(document.RootElement);
    }

    /// <summary>Waits until this host shows everything that was committed: deeds touch the queues of others.</summary>
    public async Task Settled()
    {
        for (var queue = 0; queue < tail.Shape.Queues; queue++)
        {
            await tail.Settled(queue);
        }
    }
}
