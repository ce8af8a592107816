namespace OrleansMixi.Push;

/// <summary>One thing that is measured: how many read, what they read, and at which pace it is written.</summary>
/// <param name="Connections">Readers.</param>
/// <param name="Home">Different home timelines; else one topic that all watch.</param>
/// <param name="Coalesced">A high rate, at which posts share frames; else each delivery is a frame of its own.</param>
internal sealed record PushCell(int Connections, bool Home, bool Coalesced)
{
    private const int FramesPerSecond = 62_500;
    private const int ImmediatePerSecond = 20_000;
    private const int Together = 16;

    public string Name => $"{(Coalesced ? "coalesced" : "immediate")}, {(Home ? "home" : "topic")}, {Connections:N0} connections";

    /// <summary>Time between two bursts. A burst is what one frame could carry; without coalescing it is one post.</summary>
    public TimeSpan Interval(PushGraph graph) => TimeSpan.FromSeconds(
        Coalesced ? (double)Connections / FramesPerSecond : Reached(graph) / ImmediatePerSecond);

    /// <summary>Posts of a burst: authors, and posts of each.</summary>
    public (int Authors, int Posts) Burst(PushGraph graph) => (Coalesced, Home) switch
    {
        (false, _) => (1, 1),
        (true, false) => (1, Together),
        (true, true) => (graph.Authors / graph.Follows * 2, Together / 2),
    };

    private double Reached(PushGraph graph) => Home ? (double)Connections * graph.Follows / graph.Authors : Connections;
}
