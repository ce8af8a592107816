namespace OrleansMixi.Town;

/// <summary>Looks for the highest rate that the server holds: short tries, each higher than the one before.</summary>
internal sealed class TownSearch(TownLoad load, TownScript script, TownOptions options, TextWriter notes)
{
    private const double Coarse = 1.4, Fine = 1.08, Back = 0.85;

    /// <summary>A rate that is held while the next one is not; coarse.</summary>
    public async Task<int> Rise()
    {
        var held = 0;
        for (var rate = options.Rate; rate <= options.Most && await Holds(rate); rate = (int)(rate * Coarse))
        {
            held = rate;
        }

        return held > 0 ? held : await Refine(options.Rate);
    }

    /// <summary>The highest rate near one; steps of 8 %.</summary>
    public async Task<int> Refine(int near)
    {
        var rate = near;
        while (rate > 1 && !await Holds(rate))
        {
            rate = (int)(rate * Back);
        }

        for (var next = (int)(rate * Fine); next > rate && next <= options.Most && await Holds(next); next = (int)(rate * Fine))
        {
            rate = next;
        }

        return rate;
    }

    private async Task<bool> Holds(int rate)
    {
        var turn = await load.Run(rate, options.Probe, script.Any);
        notes.WriteLine($"  {rate:N0}/s: {turn.All}, server {turn.Busy:P0}, {turn.Failed} errors");
        return turn.All.P99 < options.Ceiling && turn.Failed == 0;
    }
}
