using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrleansMixi.Push;

/// <summary>A peer's server in a process of its own, kept to the first processor.</summary>
internal sealed class PeerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Process _process;
    private readonly StringBuilder _log = new();

    private PeerProcess(Process process) => _process = process;

    /// <summary>Processor time spent so far, user and system.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of memory that the process holds.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts a program and waits until its port is open.</summary>
    public static async Task<PeerProcess> Start(int port, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("taskset", ["-c", "0", program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var peer = new PeerProcess(Process.Start(start)!);
        peer._process.ErrorDataReceived += (_, line) => peer.Note(line.Data);
        peer._process.OutputDataReceived += (_, line) => peer.Note(line.Data);
        peer._process.BeginErrorReadLine();
        peer._process.BeginOutputReadLine();
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience && !peer._process.HasExited; await Task.Delay(20))
        {
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await probe.ConnectAsync(IPAddress.Loopback, port);
                return peer;
            }
            catch (SocketException)
            {
                // Not listening yet.
                continue;
            }
        }

        await peer.DisposeAsync();
        throw new PeerMissingException($"{program} did not open its port: {peer._log}");
    }

    /// <summary>Runs a program to its end; false if it is not there or fails.</summary>
    public static async Task<bool> Runs(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), process.WaitForExitAsync());
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Note(string? line)
    {
        lock (_log)
        {
            _log.AppendLine(line);
        }
    }
}
