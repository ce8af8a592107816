using System.Net;
using System.Net.Sockets;

namespace OrleansMixi.Clustering;

/// <summary>
/// Finds ports nobody uses. They lie below the range from which systems take ports for outgoing connections, because such a
/// connection could take the port before its owner listens. One process never gets the same port twice in a round.
/// </summary>
internal static class FreePort
{
    private const int First = 15_000;
    private const int Count = 15_000;

    private static int _last = Random.Shared.Next(Count);

    public static int Take()
    {
        for (var tries = 0; tries < Count; tries++)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _last) % Count);
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new InvalidOperationException($"No port from {First} to {First + Count - 1} is free. Set Mixi:Cluster:SiloPort and Mixi:Cluster:GatewayPort.");
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Any, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
