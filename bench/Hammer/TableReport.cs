using System.Globalization;

namespace OrleansMixi.Hammer;

/// <summary>The report for people.</summary>
internal static class TableReport
{
    public static void Write(Report report, TextWriter output)
    {
        Row("run", $"{report.Name}, {report.Seconds} s measured");
        Row("posts/s", $"{report.PostsPerSecond:N1}");
        Row("deliveries/s", $"{report.DeliveriesPerSecond:N1}");
        Row("ack ms", Spell(report.Ack));
        Row("delivery ms", Spell(report.Latency));
        Row("expected", $"{report.Books.Expected:N0}");
        Row("delivered", $"{report.Books.Delivered:N0}");
        Row("gapped", $"{report.Books.Gapped:N0}");
        Row("pending", $"{report.Books.Pending:N0}");
        Row("lost", $"{report.Books.Lost:N0}");
        Row("duplicated", $"{report.Books.Duplicated:N0}");
        Row("out of order", $"{report.Books.OutOfOrder:N0}");
        Row("unexpected", $"{report.Books.Unexpected:N0}");
        Row("unanswered posts", $"{report.Unanswered:N0}");
        Row("connections", $"{report.Cuts:N0} cut by the hammer, {report.Breaks:N0} broken");
        foreach (var fault in report.Faults)
        {
            output.WriteLine($"  {fault}");
        }

        void Row(string name, FormattableString value) =>
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-18}{value.ToString(CultureInfo.InvariantCulture)}"));
    }

    private static FormattableString Spell(Percentiles times) => $"p50 {times.P50:N1}   p99 {times.P99:N1}   p99.9 {times.P999:N1}";
}
