using OrleansMixi.Posts;
using OrleansMixi.Push;

namespace OrleansMixi.Town;

/// <summary>All members react to one post that many look at, while others read on.</summary>
internal sealed class TownHot(TownServer town, TownGraph graph, TownScript script, TownBooks books, TownOptions options)
{
    private const int Author = 0;
    private static readonly string[] Words = ["iine", "love", "laugh", "wow", "sad", "thanks"];

    public async Task<HotTurn> Run(TownLoad load, int reading)
    {
        var post = new TaskCompletionSource<TownPost>(TaskCreationOptions.RunContinuationsAsynchronously);
        await load.Run(1, 1, due => script.Write(due, Author, post.SetResult));
        var hot = (await post.Task).Id;
        using var http = new HttpClient { BaseAddress = town.Server.Address };
        var watchers = Enumerable.Range(0, options.Readers).Select(_ => new TownReader(Author, new TopicName(TopicKind.User, TownPeople.Handle(Author)).ToString(), books, new PushLatencies())).ToList();
        await Task.WhenAll(watchers.Select(watcher => watcher.Open(http, town.People.Token(Author))));

        var calm = await load.Run(reading, options.HotSeconds / 2, script.Reading);
        await using var crowd = new TownLoad(town, 64);
        var (number, before) = (0, watchers.Sum(watcher => watcher.Updates));
        var reacting = crowd.Run(options.HotRate, options.HotSeconds, due =>
        {
            var turn = number++;
            return script.Reaction(due, turn % graph.Members, hot, Words[turn / graph.Members % Words.Length]);
        });
        var beside = await load.Run(reading, options.HotSeconds, script.Reading);
        var reactions = await reacting;
        var frames = watchers.Sum(watcher => watcher.Updates) - before;
        watchers.ForEach(watcher => watcher.Dispose());
        return new(reactions, calm, beside, (double)frames / watchers.Count / reactions.Seconds);
    }
}
