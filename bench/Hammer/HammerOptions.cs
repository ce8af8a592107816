namespace OrleansMixi.Hammer;

/// <summary>What a run does; each is an option of the command line.</summary>
internal sealed record HammerOptions
{
    public Uri Url { get; init; } = new("http://localhost:5080");

    public string Token { get; init; } = "";

    public int Members { get; init; } = 200;

    /// <summary>Live streams; null for one per member, at most 50.</summary>
    public int? Readers { get; init; }

    public double MeanFollowers { get; init; } = 20;

    public double Zipf { get; init; } = 1;

    public int Seed { get; init; } = 1;

    public Transport Transport { get; init; } = Transport.Sse;

    /// <summary>Posts per second.</summary>
    public double Rate { get; init; } = 100;

    public double Seconds { get; init; } = 20;

    public double Warmup { get; init; } = 3;

    /// <summary>Seconds to wait for what misses at the end.</summary>
    public double Drain { get; init; } = 10;

    /// <summary>Seconds after which each reader's connection is cut; 0 for never.</summary>
    public double Cut { get; init; }

    public int MaxPosts { get; init; } = 100_000;

    /// <summary>Posts that may wait for their answer at a time.</summary>
    public int InFlight { get; init; } = 512;

    /// <summary>How often a call without an answer is sent again.</summary>
    public int Retries { get; init; } = 5;

    /// <summary>Seconds after which a call counts as unanswered, and within which all streams must open.</summary>
    public double Timeout { get; init; } = 10;

    public bool Json { get; init; }

    /// <summary>Live streams, counted.</summary>
    public int Streams => Readers ?? Math.Min(Members, 50);

    /// <summary>Posts of warm-up and measurement together.</summary>
    public double Posts => Math.Ceiling(Rate * (Warmup + Seconds));

    /// <summary>What is wrong with the options and what to change, or null.</summary>
    public string? Problem() => this switch
    {
        { Url: not { IsAbsoluteUri: true, IsLoopback: true, Scheme: "http" or "https" } } =>
            $"--url {Url} is not on this machine. The hammer only hits http(s)://localhost, 127.0.0.1 or [::1].",
        { Token: "" } =>
            "No token. Give --token or set MIXI_TOKEN to one with the scope admin: web token op --scopes admin --create",
        { Members: < 1 or > 20_000 } => $"--members is {Members}; give 1 to 20000.",
        { Readers: < 1 or > 10_000 } => $"--readers is {Readers}; give 1 to 10000.",
        _ when Streams > Members => $"--readers is {Readers}, more than the {Members} --members.",
        { MeanFollowers: not (>= 0 and <= 10_000) } => $"--mean-followers is {MeanFollowers}; give 0 to 10000.",
        { Zipf: not (>= 0 and <= 5) } => $"--zipf is {Zipf}; give 0 to 5.",
        { Rate: not (> 0 and <= 100_000) } => $"--rate is {Rate}; give more than 0, up to 100000.",
        { Seconds: not (> 0 and <= 3_600) } => $"--seconds is {Seconds}; give more than 0, up to 3600.",
        { Warmup: not (>= 0 and <= 600) } => $"--warmup is {Warmup}; give 0 to 600.",
        { Drain: not (>= 0 and <= 600) } => $"--drain is {Drain}; give 0 to 600.",
        { Cut: not (>= 0 and <= 3_600) } => $"--cut is {Cut}; give 0 (never) to 3600.",
        { InFlight: < 1 or > 10_000 } => $"--in-flight is {InFlight}; give 1 to 10000.",
        { Retries: < 0 or > 20 } => $"--retries is {Retries}; give 0 to 20.",
        { Timeout: not (> 0 and <= 120) } => $"--timeout is {Timeout}; give more than 0, up to 120.",
        _ when Posts > MaxPosts => $"The run would write {Posts} posts, more than --max-posts {MaxPosts}; raise it or lower --rate or --seconds.",
        _ => null,
    };
}
