using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansMixi.Posts;
using OrleansMixi.Privacy;
using OrleansMixi.Storage;

namespace OrleansMixi.Presence;

/// <summary>
/// How lately members were active. What happens is noted in this host's memory and written in batches; who hides the own
/// presence sees nobody's.
/// </summary>
public sealed class PresenceBook : IAsyncDisposable
{
    private const int Remembered = 100_000;

    private readonly PresenceStore _store;
    private readonly PrivacyStore _privacy;
    private readonly PresenceOptions _options;
    private readonly TimeProvider _time;
    private readonly GenerationCache<int, int> _noted = new(Remembered);
    private readonly GenerationCache<int, (long At, Slots Slots)> _read = new(Remembered);
    private readonly ConcurrentDictionary<int, int> _connected = new();
    private readonly PacedWriter<int, Slots> _active;
    private readonly ITimer _looks;

    public PresenceBook(PresenceStore store, PrivacyStore privacy, IOptions<PresenceOptions> options, TimeProvider time, ILogger<PresenceBook> logger)
    {
        (_store, _privacy, _options, _time) = (store, privacy, options.Value, time);
        _active = new(_options.Pace, Remembered, (older, newer) => older.With(newer), _store.Keep, time, logger);
        _looks = time.CreateTimer(_ => NoteConnected(), null, _options.Slot / 4, _options.Slot / 4);
    }

    /// <summary>A member did something.</summary>
    public void Note(int member)
    {
        var slot = Present;
        if (member != 0 && (!_noted.TryGet(member, out var noted) || noted != slot) && _active.Keep(member, new(slot, noted)))
        {
            _noted.Set(member, slot);
            if (_read.TryGet(member, out var known))
            {
                // Once it is written, what was read before no longer has it.
                _read.Set(member, (known.At, known.Slots.With(new(slot, noted))));
            }
        }
    }

    /// <summary>A member's live connection begins; it counts as activity until what is returned is disposed.</summary>
    public IDisposable Connected(int member)
    {
        Note(member);
        _connected.AddOrUpdate(member, 1, (_, count) => count + 1);
        return new Connection(this, member);
    }

    /// <summary>How lately a member was active, as far as the viewer may know.</summary>
    public async ValueTask<PresenceLevel> Of(Viewer viewer, int member) => (await Of(viewer, [member])).GetValueOrDefault(member);

    /// <summary>The same for many; those of whom nothing may be known are absent.</summary>
    public async ValueTask<IReadOnlyDictionary<int, PresenceLevel>> Of(Viewer viewer, IReadOnlyCollection<int> members)
    {
        var levels = new Dictionary<int, PresenceLevel>();
        if (viewer.Member == 0 || !(await _privacy.Of(viewer.Member)).Presence)
        {
            return levels;
        }

        var settings = await _privacy.Of(members);
        var present = Present;
        foreach (var (member, slots) in await Slots([.. members.Where(member => settings[member].Presence && !viewer.Blocks.Contains(member))]))
        {
            if (slots.Level(present, Day) is var level and not PresenceLevel.Unknown)
            {
                levels[member] = level;
            }
        }

        return levels;
    }

    /// <summary>Writes at once what was noted.</summary>
    public Task Flush() => _active.Flush();

    public async ValueTask DisposeAsync()
    {
        await _looks.DisposeAsync();
        await _active.DisposeAsync();
    }

    private int Present => (int)(_time.GetUtcNow().ToUnixTimeMilliseconds() / SlotMs);

    private long SlotMs => (long)_options.Slot.TotalMilliseconds;

    /// <summary>The day of a slot where this host stands.</summary>
    private DateOnly Day(int slot) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(slot * SlotMs), _time.LocalTimeZone).DateTime);

    private async ValueTask<Dictionary<int, Slots>> Slots(IReadOnlyCollection<int> members)
    {
        var found = new Dictionary<int, Slots>(members.Count);
        var missing = new List<long>();

        // Before the database is asked: what is written meanwhile is in one of the two.
        var waiting = new Dictionary<int, Slots>();
        foreach (var member in members)
        {
            if (_active.TryGet(member, out var noted))
            {
                waiting[member] = noted;
            }
        }

        foreach (var member in members)
        {
            if (_read.TryGet(member, out var known) && _time.GetElapsedTime(known.At) < _options.Believed)
            {
                found[member] = known.Slots;
            }
            else
            {
                missing.Add(member);
            }
        }

        if (missing.Count > 0)
        {
            var rows = await _store.Of(missing);
            foreach (var member in missing)
            {
                var slots = rows.GetValueOrDefault((int)member);
                slots = waiting.TryGetValue((int)member, out var early) ? slots.With(early) : slots;
                found[(int)member] = slots;
                _read.Set((int)member, (_time.GetTimestamp(), slots));
            }
        }

        foreach (var member in members)
        {
            found[member] = _active.TryGet(member, out var noted) ? found[member].With(noted) : found[member];
        }

        return found;
    }

    private void NoteConnected()
    {
        foreach (var (member, _) in _connected)
        {
            Note(member);
        }
    }

    private void Ended(int member)
    {
        Note(member);
        if (_connected.AddOrUpdate(member, 0, (_, count) => count - 1) <= 0)
        {
            _connected.TryRemove(KeyValuePair.Create(member, 0));
        }
    }

    private sealed class Connection(PresenceBook book, int member) : IDisposable
    {
        private int _ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
            {
                book.Ended(member);
            }
        }
    }
}
