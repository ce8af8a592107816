using OrleansMixi.Hammer;
using OrleansMixi.Towns;

namespace OrleansMixi.Push;

/// <summary>Collects the turns and sums them up.</summary>
internal sealed class PushResults
{
    public const string Ours = "orleansmixi";
    private const string Unit = "µs server CPU/delivery";
    private readonly Dictionary<PushCell, Dictionary<string, List<PushTurn>>> _turns = [];
    private readonly List<string> _missing = [];
    private ResultBooks? _books;

    public void Missing(string peer, string why) => _missing.Add($"{peer}: {why}");

    public void Add(PushCell cell, string server, PushTurn turn)
    {
        var servers = _turns.TryGetValue(cell, out var there) ? there : _turns[cell] = [];
        (servers.TryGetValue(server, out var turns) ? turns : servers[server] = []).Add(turn);
    }

    /// <summary>Closes the books of a server: ours must balance, what a peer loses is named.</summary>
    public void Ended(PushSession session)
    {
        var lost = Math.Max(session.Gaps, session.Expected - session.Delivered);
        if (session.Name == Ours)
        {
            _books = new(session.Expected, session.Delivered, 0, 0, lost, session.Duplicated, session.OutOfOrder);
        }
        else if (lost + session.Duplicated + session.OutOfOrder > 0)
        {
            _missing.Add($"{session.Name}: of {session.Expected:N0} deliveries {lost:N0} were lost, {session.Duplicated:N0} came twice, {session.OutOfOrder:N0} out of order");
        }
    }

    public Result Sum(double seconds, int rounds)
    {
        // The different home timelines of few connections, coalesced.
        var main = _turns.OrderBy(cell => cell.Key.Connections).ThenByDescending(cell => cell.Key.Coalesced).ThenByDescending(cell => cell.Key.Home).First();
        var ours = main.Value[Ours];
        return new("push", Math.Round(seconds), rounds, Unit, Median(ours, turn => turn.Cost), ours.Min(turn => turn.Cost), ours.Max(turn => turn.Cost))
        {
            LessIsBetter = true,
            Peers = Peers(main.Value, turn => turn.Cost),
            LatencyMs = Latency(ours),
            Books = _books,
            Missing = _missing.Count > 0 ? _missing : null,
            Rows = [.. _turns.SelectMany(cell => Rows(cell.Key, cell.Value))],
        };
    }

    private static IEnumerable<ResultRow> Rows(PushCell cell, Dictionary<string, List<PushTurn>> turns)
    {
        var ours = turns[Ours];
        yield return new(cell.Name, Unit, Median(ours, turn => turn.Cost), Peers(turns, turn => turn.Cost), Latency(ours));
        yield return new($"{cell.Name}: p99", "ms", Median(ours, turn => turn.LatencyMs.P99), Peers(turns, turn => turn.LatencyMs.P99));
        yield return new($"{cell.Name}: posts in a frame", "posts", Median(ours, turn => turn.PerFrame), Peers(turns, turn => turn.PerFrame));
    }

    private static Dictionary<string, double> Peers(Dictionary<string, List<PushTurn>> turns, Func<PushTurn, double> value) =>
        turns.Where(server => server.Key != Ours).ToDictionary(server => server.Key, server => Median(server.Value, value));

    private static Percentiles Latency(List<PushTurn> turns) =>
        new(Median(turns, turn => turn.LatencyMs.P50), Median(turns, turn => turn.LatencyMs.P99), Median(turns, turn => turn.LatencyMs.P999));

    private static double Median(List<PushTurn> turns, Func<PushTurn, double> value) => Math.Round(Result.Median(turns.Select(value)), 3);
}
