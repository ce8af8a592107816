using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansMixi.Live;
using OrleansMixi.Plans;
using OrleansMixi.Posts;
using OrleansMixi.Privacy;
using OrleansMixi.Storage;

namespace OrleansMixi.Footprints;

/// <summary>
/// Notes visits in this host's memory and writes them in batches, so that looking at a page costs no write. What a killed
/// host had not written yet, at most a second's worth, is lost. Who leaves no footprints sees none.
/// </summary>
public sealed class FootprintBook : IAsyncDisposable
{
    private const int Remembered = 200_000;

    private readonly FootprintStore _store;
    private readonly PrivacyStore _privacy;
    private readonly Entitlements _entitlements;
    private readonly NoticeBell _bell;
    private readonly FootprintOptions _options;
    private readonly TimeProvider _time;
    private readonly GenerationCache<(int Member, int Visitor, int Slot), bool> _left = new(Remembered);
    private readonly PacedWriter<(int Member, int Visitor, int Slot), Footprint> _footprints;

    public FootprintBook(
        FootprintStore store, PrivacyStore privacy, Entitlements entitlements, NoticeBell bell, IOptions<FootprintOptions> options, TimeProvider time, ILogger<FootprintBook> logger)
    {
        (_store, _privacy, _entitlements, _bell, _options, _time) = (store, privacy, entitlements, bell, options.Value, time);
        _footprints = new(_options.Pace, _options.Waiting, (first, _) => first, Write, time, logger);
    }

    /// <summary>Notes that a member looks at another one's profile, or diary entry.</summary>
    public async ValueTask Visit(Viewer visitor, int member, long post = 0)
    {
        if (visitor.Member == 0 || visitor.Member == member || visitor.Blocks.Contains(member))
        {
            return;
        }

        var now = _time.GetUtcNow();
        var key = (member, visitor.Member, (int)(now.ToUnixTimeMilliseconds() / (long)_options.Slot.TotalMilliseconds));
        if (!_left.TryGet(key, out _) && (await _privacy.Of(visitor.Member)).Footprints && (await _privacy.Of(member)).Footprints
            && _footprints.Keep(key, new(member, visitor.Member, key.Item3, now.ToUnixTimeMilliseconds(), post)))
        {
            _left.Set(key, true);
        }
    }

    /// <summary>Who visited a member, newest first, before a moment; empty for one who switched footprints off.</summary>
    public Task<FootprintPage> Visitors(Viewer viewer, long? before, int limit) => Page(viewer, _store.At, footprint => footprint.Visitor, before, limit);

    /// <summary>Where a member left footprints that are still there, newest first.</summary>
    public async Task<FootprintPage> Left(Viewer viewer, long? before, int limit)
    {
        // What is about to be taken back must not be still on its way.
        await _footprints.Flush();
        return await Page(viewer, _store.Of, footprint => footprint.Member, before, limit);
    }

    /// <summary>Takes back an own footprint; refused when the month's number is used up.</summary>
    public async Task TakeBack(int visitor, int member, int slot)
    {
        await _footprints.Flush();
        var limit = await Limit(visitor);
        var done = await _store.TakeBack(visitor, member, slot, Month, limit) ?? throw Errors.NotFound("footprint");
        if (!done)
        {
            throw Errors.Conflict($"You took back {limit} footprints this month (Mixi:Footprints); that is the most.");
        }

        _bell.Ring(member, NoticeKind.Footprint);
    }

    /// <summary>How many a visitor can still take back this month.</summary>
    public async Task<int> Returns(int visitor) => Math.Max(0, await Limit(visitor) - await _store.TakenBack(visitor, Month));

    public ValueTask DisposeAsync() => _footprints.DisposeAsync();

    private int Month => _time.GetUtcNow() is var now ? (now.Year * 12) + now.Month : 0;

    private async ValueTask<int> Limit(int member) =>
        await _entitlements.HasPremium(member) ? _options.PremiumTakeBacks : _options.TakeBacks;

    private async Task<FootprintPage> Page(
        Viewer viewer, Func<int, long, long, int, Task<IReadOnlyList<Footprint>>> read, Func<Footprint, int> other, long? before, int limit)
    {
        if (!(await _privacy.Of(viewer.Member)).Footprints)
        {
            return new([], null);
        }

        var since = (_time.GetUtcNow() - _options.Kept).ToUnixTimeMilliseconds();
        var rows = await read(viewer.Member, since, before ?? long.MaxValue, limit);
        var settings = await _privacy.Of([.. rows.Select(other).Distinct()]);
        return new(
            [.. rows.Where(row => settings[other(row)].Footprints && !viewer.Blocks.Contains(other(row)))],
            rows.Count == limit ? rows[^1].At : null);
    }

    private async Task Write(IReadOnlyCollection<KeyValuePair<(int Member, int Visitor, int Slot), Footprint>> footprints)
    {
        foreach (var member in await _store.Add([.. footprints.Select(pair => pair.Value)]))
        {
            _bell.Ring(member, NoticeKind.Footprint);
        }
    }
}
