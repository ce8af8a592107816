using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace OrleansMixi.Hosting;

/// <summary>Metrics at <c>/metrics</c>; traces go out where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says.</summary>
internal static class Telemetry
{
    public static void AddMixiTelemetry(this WebApplicationBuilder builder)
    {
        var telemetry = builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics
                .AddMeter("OrleansMixi", "Microsoft.Orleans", "Npgsql", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
                .AddPrometheusExporter());
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            telemetry.WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation()
                .AddSource("Microsoft.Orleans.Application", "Npgsql")
                .AddOtlpExporter());
        }
    }

    public static void MapMixiMetrics(this WebApplication app) => app.MapPrometheusScrapingEndpoint();
}
