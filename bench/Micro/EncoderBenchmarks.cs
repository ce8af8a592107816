using BenchmarkDotNet.Attributes;

namespace OrleansMixi.Micro;

/// <summary>Posts in the bytes of both protocols: made once per host, found by everybody else.</summary>
public class EncoderBenchmarks
{
    private MicroPosts? _posts;

    [GlobalSetup]
    public async Task Fill()
    {
        _posts = await MicroPosts.Make();
        await _posts.Encode();
    }

    [GlobalCleanup]
    public void Leave() => _posts!.Dispose();

    [Benchmark(Description = "encoder: a new post encoded", OperationsPerInvoke = MicroPosts.Page)]
    public async Task<int> Encode()
    {
        _posts!.Renew();
        return (await _posts.Encode()).Length;
    }

    [Benchmark(Description = "encoder: an encoded post found", OperationsPerInvoke = MicroPosts.Page)]
    public async Task<int> Find() => (await _posts!.Encode()).Length;
}
