using System.Text.Json;
using OrleansMixi.Town;

namespace OrleansMixi.Hammer;

public sealed class TownTests
{
    [Fact]
    public async Task A_small_town_comes_to_figures_of_every_kind_and_balanced_books()
    {
        var notes = new StringWriter();
        var result = await new TownRun(
            new(Members: 40, Communities: 4, Readers: 10, Rate: 20, Ceiling: 60_000, Share: 0.7, Rounds: 1, Seconds: 2, Probe: 1, WarmUp: 1, Alone: 0.3, Most: 30, HotRate: 60, HotSeconds: 2, Pinned: false), notes).Run();

        Assert.True(result.Books!.Balanced, notes.ToString());
        Assert.True(result.Books.Expected > 100, notes.ToString());
        var line = JsonDocument.Parse(result.Line()).RootElement;
        Assert.Equal("town", line.GetProperty("name").GetString());
        foreach (var kind in TownMix.Kinds.Select(TownMix.Name))
        {
            var figures = line.GetProperty("kinds").GetProperty(kind);
            Assert.True(figures.GetProperty("requestsPerSecond").GetDouble() >= 0);
            Assert.Equal(0, figures.GetProperty("errors").GetInt64());
        }

        Assert.True(line.GetProperty("kinds").GetProperty("home").GetProperty("p50").GetDouble() > 0);
    }

    [Fact]
    public void What_is_missing_comes_twice_or_was_never_asked_for_is_counted()
    {
        var ledger = new Ledger<int>();
        ledger.Note(1, true);
        ledger.Note(2, true);
        ledger.Note(3, true);
        ledger.Note(4, false);
        ledger.Note(3, false);

        Assert.Equal(new LedgerBalance(3, 3, 0), ledger.Balance([1, 2, 3, 4]));
        Assert.Equal(new LedgerBalance(3, 2, 0), ledger.Balance([1, 3]));
        Assert.Equal(new LedgerBalance(3, 3, 2), ledger.Balance([1, 2, 2, 3, 9]));
    }
}
