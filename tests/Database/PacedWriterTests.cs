using Microsoft.Extensions.Time.Testing;
using OrleansMixi.Hosting;

namespace OrleansMixi.Storage;

public sealed class PacedWriterTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _written = [];
    private readonly SemaphoreSlim _wrote = new(0);
    private int _failures;

    public void Dispose() => _wrote.Dispose();

    [Fact]
    public async Task The_first_is_written_at_once_and_what_follows_shares_a_batch_with_the_newest_value_of_each_key()
    {
        await using var writer = Writer();
        writer.Keep("a", 1);
        await _wrote.WaitAsync(TestContext.Current.CancellationToken);
        writer.Keep("a", 2);
        writer.Keep("b", 9);
        writer.Keep("a", 5);
        writer.Keep("a", 3);
        Assert.True(writer.TryGet("a", out var waiting));
        Assert.Equal(5, waiting);
        Assert.Equal(["a1"], _written);
        await Turn();
        Assert.Equal(["a1", "a5 b9"], _written);
        await Eventually.Holds(() => Task.FromResult(!writer.TryGet("a", out _)));
    }

    [Fact]
    public async Task A_batch_that_fails_is_tried_again_and_loses_to_nothing_newer()
    {
        await using var writer = Writer();
        _failures = 1;
        writer.Keep("a", 4);
        await _wrote.WaitAsync(TestContext.Current.CancellationToken);
        writer.Keep("a", 2);
        await Turn();
        Assert.Equal(["failed", "a4"], _written);
    }

    [Fact]
    public async Task No_more_than_its_capacity_waits_and_the_end_writes_what_is_left()
    {
        var writer = Writer(capacity: 2);
        writer.Keep("a", 1);
        await _wrote.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(writer.Keep("b", 1));
        Assert.True(writer.Keep("c", 1));
        Assert.False(writer.Keep("d", 1));
        Assert.True(writer.Keep("c", 2));
        await writer.DisposeAsync();
        Assert.Equal(["a1", "b1 c2"], _written);
    }

    /// <summary>Turns the clock until the next batch is written.</summary>
    private async Task Turn()
    {
        do
        {
            _time.Advance(TimeSpan.FromSeconds(1));
        }
        while (!await _wrote.WaitAsync(10, TestContext.Current.CancellationToken));
    }

    private PacedWriter<string, int> Writer(int capacity = 10) => new(TimeSpan.FromSeconds(1), capacity, Math.Max, Write, _time, NullLogger.Instance);

    private Task Write(IReadOnlyCollection<KeyValuePair<string, int>> batch)
    {
        try
        {
            if (_failures-- > 0)
            {
                _written.Add("failed");
                throw new InvalidOperationException("The database is away.");
            }

            _written.Add(string.Join(' ', batch.Select(pair => $"{pair.Key}{pair.Value}").Order()));
            return Task.CompletedTask;
        }
        finally
        {
            _wrote.Release();
        }
    }
}
