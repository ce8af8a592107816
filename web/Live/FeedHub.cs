using Microsoft.AspNetCore.SignalR;
using OrleansMixi.Accounts;
using OrleansMixi.Communities;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Live;

/// <summary>The hub at <c>/hubs/feed</c>: the client says what it watches and may post; everything else comes to it.</summary>
internal sealed class FeedHub(
    LiveGateway gateway, FeedConnections connections, WatchedTopics watched, Viewers viewers, KnownTopics topics, Authorship authorship, PostViews views, IGrainFactory grains, LogTail tail) : Hub
{
    private const string ReaderKey = "reader";

    /// <summary>Watches topics from a cursor on; what was missed comes first. Answers nothing: <c>Posts</c> with a cursor does.</summary>
    public async Task Watch(string[] topics, string? cursor = null)
    {
        await Guard(async () =>
        {
            await viewers.Of(User);
            Cursor? since = null;
            if (cursor is not null && !Cursor.TryDecode(cursor, out since))
            {
                throw Errors.InvalidCursor("cursor");
            }

            var (home, found) = await watched.Read(topics, User.Member());
            var reader = Reader();
            await gateway.Watch(reader, home, found, since, Context.ConnectionAborted);
            await reader.Greet();
        });
    }

    /// <summary>Watches topics no longer.</summary>
    public async Task Unwatch(string[] topics)
    {
        await Guard(async () =>
        {
            var (home, found) = await watched.Read(topics, User.Member());
            await gateway.Unwatch(Reader(), home, [.. found.Keys], Context.ConnectionAborted);
        });
    }

    /// <summary>Posts; answers the post when it is durable.</summary>
    public async Task<PostView> Publish(DraftRequest draft)
    {
        PostView? view = null;
        await Guard(async () =>
        {
            var author = User.Require("post");
            var checkedDraft = await draft.ToDraft(User, topics, null);
            var post = await grains.GetGrain<IUserGrain>(await authorship.Of(author, checkedDraft)).Publish(checkedDraft);
            await tail.Reached(post.Id, Context.ConnectionAborted);
            view = await views.Of(post);
        });
        return view ?? throw new HubException("not-found: The post's author is gone.");
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        if (Context.Items.TryGetValue(ReaderKey, out var reader))
        {
            gateway.Close((LiveReader)reader!);
        }

        return base.OnDisconnectedAsync(exception);
    }

    private System.Security.Claims.ClaimsPrincipal User => Context.User ?? new();

    private LiveReader Reader()
    {
        if (Context.Items.TryGetValue(ReaderKey, out var there))
        {
            return (LiveReader)there!;
        }

        var connection = connections.Find(Context.ConnectionId) ?? throw new HubException("The connection has ended.");
        var reader = gateway.Open(User.Identity(), HubTransport.Of(connection));
        Context.Items[ReaderKey] = reader;
        return reader;
    }

    /// <summary>Refusals cross to the client as their code and message; anything else stays here.</summary>
    private static async Task Guard(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (MixiException refusal)
        {
            throw new HubException($"{refusal.Code}: {refusal.Message}");
        }
    }
}
