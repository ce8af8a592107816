using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace OrleansMixi.Read;

/// <summary>Timelines as Redis lists and posts as strings: LRANGE gives a page's ids, MGET its posts.</summary>
internal sealed class RedisPages : IDisposable
{
    private const string Program = "/usr/bin/redis-server";
    private const int FillBytes = 1 << 20;
    private readonly Process _server;
    private readonly int _port;

    private RedisPages(Process server, int port) => (_server, _port) = (server, port);

    /// <summary>Whether the Debian package is there.</summary>
    public static bool Installed => File.Exists(Program);

    public static async Task<RedisPages> Start(int port, string processor)
    {
        var server = Process.Start(new ProcessStartInfo(
            "taskset", ["-c", processor, Program, "--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() })!;
        server.BeginOutputReadLine();
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port);
                return new(server, port);
            }
            catch (SocketException) when (tries < 100)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>Puts pages and posts in.</summary>
    public void Fill(IReadOnlyDictionary<int, long[]> timelines, IReadOnlyDictionary<long, byte[]> posts)
    {
        using var connection = new RedisConnection(_port);
        foreach (var (id, json) in posts)
        {
            Send(RedisConnection.Command("SET"u8.ToArray(), Key('p', id), json));
        }

        foreach (var (member, ids) in timelines)
        {
            Send(RedisConnection.Command(["RPUSH"u8.ToArray(), Key('t', member), .. ids.Select(id => Encoding.ASCII.GetBytes(id.ToString(CultureInfo.InvariantCulture)))]));
        }

        connection.Flush();
        connection.Answers();

        void Send(byte[] command)
        {
            connection.Write(command);
            if (connection.Pending > FillBytes)
            {
                connection.Flush();
                connection.Answers();
            }
        }
    }

    /// <summary>Reads pages in groups, as many asked for at once as a group holds; answers pages per second.</summary>
    public double Read(IReadOnlyList<int> members, int limit, int group, double seconds, int offset)
    {
        using var connection = new RedisConnection(_port);
        var (clock, pages, at) = (Stopwatch.StartNew(), 0L, offset);
        var range = Encoding.ASCII.GetBytes($"{limit - 1}");
        var commands = members.Select(member => RedisConnection.Command("LRANGE"u8.ToArray(), Key('t', member), "0"u8.ToArray(), range)).ToArray();
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            for (var page = 0; page < group; page++)
            {
                connection.Write(commands[at++ % commands.Length]);
            }

            connection.Flush();
            for (var page = 0; page < group; page++)
            {
                connection.WriteGetFromList();
            }

            connection.Flush();
            for (var page = 0; page < group; page++)
            {
                if (connection.ReadArray() != limit)
                {
                    throw new InvalidOperationException("Redis answered a page that is not full.");
                }
            }

            pages += group;
        }

        return pages / clock.Elapsed.TotalSeconds;
    }

    public void Dispose()
    {
        _server.Kill(entireProcessTree: true);
        _server.Dispose();
    }

    private static byte[] Key(char kind, long number) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind}{number}"));
}
