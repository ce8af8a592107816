using System.Text.Json;

namespace OrleansMixi.Hammer;

/// <summary>The report for programs: one line.</summary>
internal static class JsonReport
{
    public static string Line(Report report) => JsonSerializer.Serialize(
        new
        {
            report.Name,
            report.Seconds,
            Unit = "deliveries/s",
            Value = report.DeliveriesPerSecond,
            report.PostsPerSecond,
            AckMs = report.Ack,
            LatencyMs = report.Latency,
            Books = new
            {
                report.Books.Expected,
                report.Books.Delivered,
                report.Books.Filtered,
                report.Books.Gapped,
                report.Books.Pending,
                report.Books.Lost,
                report.Books.Duplicated,
                report.Books.OutOfOrder,
                report.Books.Unexpected,
            },
        },
        JsonSerializerOptions.Web);
}
