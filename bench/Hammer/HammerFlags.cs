using System.CommandLine;

namespace OrleansMixi.Hammer;

/// <summary>The options of the command line; defaults come from <see cref="HammerOptions"/>.</summary>
internal sealed class HammerFlags
{
    private static readonly HammerOptions _defaults = new();

    private readonly Option<Uri> _url = new("--url")
    {
        Description = "Where the server is; on this machine only.",
        DefaultValueFactory = _ => _defaults.Url,
        CustomParser = argument =>
        {
            if (!Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var url))
            {
                argument.AddError($"--url {argument.Tokens[0].Value} is no address; give one such as {_defaults.Url}");
            }

            return url;
        },
    };

    // Its default is no default value, because the help text would print that.
    private readonly Option<string?> _token = new("--token") { Description = "A token with the scope admin; else the environment's MIXI_TOKEN." };

    private readonly Option<int> _members = Flag("--members", _defaults.Members, "Members to make.");
    private readonly Option<int?> _readers = Flag("--readers", _defaults.Readers, "Live streams; by default one per member, at most 50.");
    private readonly Option<double> _mean = Flag("--mean-followers", _defaults.MeanFollowers, "Followers of a member, on average.");
    private readonly Option<double> _zipf = Flag("--zipf", _defaults.Zipf, "Exponent of the followers' power law; 0 makes all equal.");
    private readonly Option<int> _seed = Flag("--seed", _defaults.Seed, "Of the graph and the order of authors.");
    private readonly Option<Transport> _transport = Flag("--transport", _defaults.Transport, "sse or signalr.");
    private readonly Option<double> _rate = Flag("--rate", _defaults.Rate, "Posts per second.");
    private readonly Option<double> _seconds = Flag("--seconds", _defaults.Seconds, "Seconds to measure.");
    private readonly Option<double> _warmup = Flag("--warmup", _defaults.Warmup, "Seconds before that: checked, not measured.");
    private readonly Option<double> _drain = Flag("--drain", _defaults.Drain, "Seconds to wait at the end for what misses.");
    private readonly Option<double> _cut = Flag("--cut", _defaults.Cut, "Cut each reader's connection every so many seconds; 0 never.");
    private readonly Option<int> _maxPosts = Flag("--max-posts", _defaults.MaxPosts, "The most posts a run may write.");
    private readonly Option<int> _inFlight = Flag("--in-flight", _defaults.InFlight, "Posts that may wait for an answer at a time.");
    private readonly Option<int> _retries = Flag("--retries", _defaults.Retries, "How often a call without an answer is sent again.");
    private readonly Option<double> _timeout = Flag("--timeout", _defaults.Timeout, "Seconds for an answer, and for all streams to open.");
    private readonly Option<bool> _json = Flag("--json", _defaults.Json, "Also one line of JSON, last on standard output.");

    public IEnumerable<Option> All =>
    [
        _url, _token, _members, _readers, _mean, _zipf, _seed, _transport, _rate, _seconds, _warmup, _drain, _cut, _maxPosts, _inFlight,
        _retries, _timeout, _json,
    ];

    public HammerOptions Read(ParseResult parsed) => new()
    {
        Url = parsed.GetRequiredValue(_url),
        Token = parsed.GetValue(_token) ?? Environment.GetEnvironmentVariable("MIXI_TOKEN") ?? "",
        Members = parsed.GetValue(_members),
        Readers = parsed.GetValue(_readers),
        MeanFollowers = parsed.GetValue(_mean),
        Zipf = parsed.GetValue(_zipf),
        Seed = parsed.GetValue(_seed),
        Transport = parsed.GetValue(_transport),
        Rate = parsed.GetValue(_rate),
        Seconds = parsed.GetValue(_seconds),
        Warmup = parsed.GetValue(_warmup),
        Drain = parsed.GetValue(_drain),
        Cut = parsed.GetValue(_cut),
        MaxPosts = parsed.GetValue(_maxPosts),
        InFlight = parsed.GetValue(_inFlight),
        Retries = parsed.GetValue(_retries),
        Timeout = parsed.GetValue(_timeout),
        Json = parsed.GetValue(_json),
    };

    private static Option<T> Flag<T>(string name, T standard, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => standard };
}
