using Dapper;
using OrleansMixi.Communities;
using OrleansMixi.Storage;

namespace OrleansMixi.Archive;

/// <summary>Events and polls of own posts, and what the member said to those of all.</summary>
public sealed class OwnBoards(Database database)
{
    /// <summary>Events by the post that announces them.</summary>
    public async Task<IReadOnlyDictionary<long, EventRow>> Events(IReadOnlyCollection<long> posts)
    {
        await using var connection = await database.Open();
        return (await connection.QueryAsync<EventRow>(
            $"select e.post, e.community, e.starts, e.zone, e.place, e.places, e.joined, e.cancelled from events e join {database.Rows("ids")} on ids.id = e.post",
            new { ids = database.List(posts) })).ToDictionary(row => row.Post);
    }

    /// <summary>Ends and options of polls by the post that asks.</summary>
    public async Task<IReadOnlyDictionary<long, (long Ends, IReadOnlyList<string> Options)>> Polls(IReadOnlyCollection<long> posts)
    {
        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<(long Post, long Ends, string Text)>(
            $"select p.post, p.ends, o.text from polls p join {database.Rows("ids")} on ids.id = p.post join poll_options o on o.post = p.post order by p.post, o.number",
            new { ids = database.List(posts) });
        return rows.GroupBy(row => row.Post).ToDictionary(poll => poll.Key, poll => (poll.First().Ends, (IReadOnlyList<string>)[.. poll.Select(row => row.Text)]));
    }

    /// <summary>Events that the member takes part in (option 0, with the moment) and votes in polls (the option, without one).</summary>
    public async Task<IReadOnlyList<(long Post, int Option, long At)>> Answers(int member)
    {
        await using var connection = await database.Open();
        return [.. (await connection.QueryAsync<(long Post, long Option, long At)>(
            """
            select post, cast(0 as bigint), at from event_guests where member = @member
            union all
            select post, cast(number as bigint), cast(0 as bigint) from poll_votes where member = @member
            """,
            new { member })).Select(row => (row.Post, (int)row.Option, row.At))];
    }
}
