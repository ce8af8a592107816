using System.Globalization;
using System.Text;
using OrleansMixi.Charts;
using OrleansMixi.Towns;

namespace OrleansMixi.All;

/// <summary>The page of a day: ratios first, then each bench with its rows; and the same ratios for the README.</summary>
internal sealed class Report(ResultFolder folder, IReadOnlyList<BenchLine> benches, IReadOnlyList<(string What, string Is)> machine)
{
    private const string RatiosPicture = "ratios.svg";
    private const int RowsForPicture = 3;

    private readonly StringBuilder _page = new();

    public void Write()
    {
        Line($"# Measurements, {folder.Date}");
        Line($"\nMade by `dotnet run -c Release --project bench -- all`; what each bench does stands in [bench/README.md](../README.md).\nMedians over interleaved rounds; a run with anything lost, duplicated or out of order fails.");
        Line($"\n{string.Join("; ", machine.Select(part => $"{part.What}: {part.Is}"))}.");
        var picture = RatioBars();
        Line("\n## Ratios\n");
        Line(Ratios());
        if (picture is not null)
        {
            folder.Write($"{folder.Date}-{RatiosPicture}", picture);
            folder.Write(RatiosPicture, picture);
            Line($"\n![Ratios]({folder.Date}-{RatiosPicture})");
        }

        foreach (var bench in benches)
        {
            Bench(bench);
        }

        folder.Write($"{folder.Date}.md", _page.ToString());
        new ReadmeBlock(folder.Readme).Replace($"{Ratios()}\n{(picture is null ? "" : "\n![Ratios to what one would use instead](bench/results/ratios.svg)\n")}\nMade by `dotnet run -c Release --project bench -- all` on {machine[0].Is}; all of it in [bench/results/{folder.Date}.md](bench/results/{folder.Date}.md).");
    }

    private string Ratios()
    {
        var table = new StringBuilder("| bench | ours | beside | theirs | ratio |\n|---|--:|---|--:|--:|");
        foreach (var bench in benches.Where(bench => bench.Failed is null))
        {
            foreach (var (peer, ratio) in bench.Ratios ?? new Dictionary<string, double>())
            {
                table.Append(CultureInfo.InvariantCulture, $"\n| {bench.Name} | {Figures.Short(bench.Value)} {bench.Unit} | {peer} | {Figures.Short(bench.Peers![peer])} | **{Figures.Short(ratio)}** |");
            }

            if (bench.Ratios is null or { Count: 0 })
            {
                table.Append(CultureInfo.InvariantCulture, $"\n| {bench.Name} | {Figures.Short(bench.Value)} {bench.Unit} | – | | |");
            }
        }

        return table.ToString();
    }

    private string? RatioBars()
    {
        var bars = benches.Where(bench => bench.Failed is null)
            .SelectMany(bench => (bench.Ratios ?? new Dictionary<string, double>()).Select(ratio => new Bar($"{bench.Name}: {ratio.Key}", ratio.Value))).Where(bar => bar.Value > 0).ToList();
        return bars.Count == 0 ? null : new BarChart("OrleansMixi ÷ what one would use instead", "times, above 1 is better", bars, ratios: true).Svg();
    }

    private void Bench(BenchLine bench)
    {
        Line($"\n## {bench.Name}\n");
        if (bench.Failed is { } reason)
        {
            Line($"**No result: {reason}.**");
            return;
        }

        Line($"**{Figures.Short(bench.Value)} {bench.Unit}** ({Figures.Short(bench.Min)} to {Figures.Short(bench.Max)} over {bench.Rounds} rounds, {bench.Seconds:F0} s in all)");
        Line(string.Concat(
            bench.PostsPerSecond is { } posts ? $"\n- {Figures.Short(posts)} durable posts/s" : "",
            bench.LatencyMs is { } latency ? $"\n- latency p50 {latency.P50} ms, p99 {latency.P99} ms, p99.9 {latency.P999} ms" : "",
            bench.Books is { } books ? $"\n- books: {books.Expected:N0} expected, {books.Delivered:N0} delivered, {books.Filtered} filtered, {books.Pending} pending, {books.Lost} lost, {books.Duplicated} duplicated, {books.OutOfOrder} out of order" : "",
            string.Concat((bench.Missing ?? []).Select(missing => $"\n- missing: {missing}"))));
        if (bench.Rows is { Count: > 0 } rows)
        {
            Line("\n" + Rows(rows));
            Picture(bench.Name, rows);
        }
    }

    private static string Rows(IReadOnlyList<ResultRow> rows)
    {
        var peers = rows.SelectMany(row => row.Peers?.Keys ?? []).Distinct().ToList();
        var table = new StringBuilder($"| | unit | ours |{string.Concat(peers.Select(peer => $" {peer} |"))} p50 ms | p99 ms |\n|---|---|--:|{string.Concat(peers.Select(_ => "--:|"))}--:|--:|");
        foreach (var row in rows)
        {
            table.Append(CultureInfo.InvariantCulture, $"\n| {row.Name} | {row.Unit} | {Figures.Short(row.Value)} |")
                .Append(string.Concat(peers.Select(peer => row.Peers?.TryGetValue(peer, out var value) == true ? $" {Figures.Short(value)} |" : " |")))
                .Append(CultureInfo.InvariantCulture, $" {row.LatencyMs?.P50} | {row.LatencyMs?.P99} |");
        }

        return table.ToString();
    }

    /// <summary>The rows of the unit that most of them have.</summary>
    private void Picture(string name, IReadOnlyList<ResultRow> rows)
    {
        var alike = rows.Where(row => row.Value > 0).GroupBy(row => row.Unit).MaxBy(unit => unit.Count())?.ToList() ?? [];
        if (alike.Count >= RowsForPicture)
        {
            folder.Write($"{folder.Date}-{name}.svg", new BarChart(name, alike[0].Unit, [.. alike.Select(row => new Bar(row.Name, row.Value))]).Svg());
            Line($"\n![{name}]({folder.Date}-{name}.svg)");
        }
    }

    private void Line(string line) => _page.Append(line).Append('\n');
}
