using Microsoft.Extensions.Options;

namespace OrleansMixi.Hosting;

/// <summary>What every web host begins with: its address, bounds of requests, logs on standard error.</summary>
internal static class HostDefaults
{
    private const string DefaultUrl = "http://localhost:5080";

    public static void AddMixiDefaults(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["urls"] is null && builder.Configuration["ASPNETCORE_URLS"] is null)
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.Logging.ClearProviders().AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });

        // Its lines are off anyhow; as long as it might log an error, each request gets a scope and an activity for it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.ConfigureKestrel((_, kestrel) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = kestrel.ApplicationServices.GetRequiredService<IOptions<TownOptions>>().Value.MaxBody;
        });
    }
}
