using Microsoft.Extensions.Options;
using OrleansMixi.Log;

namespace OrleansMixi.Archive;

/// <summary>Reads the outbox of Mastodon's archive: notes become posts and diaries at their dates; boosts and direct messages are passed over.</summary>
internal sealed class MastodonReader(SilentEntries entries, IOptions<ArchiveOptions> options, TimeProvider time)
{
    /// <summary>The one file of the archive that is read.</summary>
    public const string File = "outbox.json";

    private const int Batch = 500;

    public async Task Read(ImportRun run, Stream outbox)
    {
        await using var _ = outbox;
        var batch = new List<(LogEntry? Entry, LineOutcome Outcome)>();
        var from = 1;
        await foreach (var item in new OutboxItems(options.Value.MaxLine).Read(outbox))
        {
            batch.Add(run.HasRoom ? MastodonNote.Map(run.Owner.Member, item, time) : (null, LineOutcome.Refused("The archive has too many lines (Mixi:Archive:MaxLines).")));
            if (batch.Count == Batch)
            {
                await Take();
            }
        }

        await Take();

        async Task Take()
        {
            var written = await entries.Write([.. batch.Select(item => item.Entry).OfType<LogEntry>()]);
            var at = 0;
            var outcomes = batch.Select((item, i) => (from + i, item.Entry is null ? item.Outcome : Joined(item.Outcome, written[at++]))).ToList();
            from += batch.Count;
            batch.Clear();
            await run.Note("posts", File, outcomes);
        }
    }

    /// <summary>What is said about a note matters the first time only.</summary>
    private static LineOutcome Joined(LineOutcome mapped, LineOutcome written) => written.Result == LineResult.Added ? mapped : written;
}
