using System.Diagnostics;
using OrleansMixi.Hosting;

namespace OrleansMixi.Media;

/// <summary>A server that speaks S3: moto's, if it is installed (<c>pip install "moto[server]"</c>).</summary>
public sealed class S3Server : IAsyncLifetime
{
    private Process? _process;

    internal const string Bucket = "mixi-test";

    /// <summary>Its address; null if it is not installed.</summary>
    internal string? Address { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var port = TownProcess.FreePort();
        try
        {
            _process = Process.Start(new ProcessStartInfo("moto_server", ["-H", "127.0.0.1", "-p", $"{port}"]) { RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return;
        }

        _process!.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}/") };
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!patience.IsCancellationRequested && !_process.HasExited)
        {
            try
            {
                (await client.PutAsync(Bucket, null, patience.Token)).EnsureSuccessStatusCode();
                Address = client.BaseAddress.ToString();
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(Eventually.Pause, patience.Token);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
    }
}
