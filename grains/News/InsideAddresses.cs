using System.Net;
using System.Net.Sockets;

namespace OrleansMixi.News;

/// <summary>Tells addresses of the public internet from all others: a server must not be talked into fetching from its own network.</summary>
public static class InsideAddresses
{
    private static readonly IPNetwork[] Inside =
    [
        .. new[]
        {
            // IPv4: this network, private, shared, loopback, link-local, protocol, documentation, 6to4 relay, benchmarks, multicast, reserved
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",

            // IPv6: unspecified, loopback, IPv4-compatible, discard, protocol (Teredo among them), documentation, unique local, link- and site-local, multicast
            "::/96", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    /// <summary>Whether an address is not one of the public internet; IPv4 inside IPv6 (mapped, NAT64, 6to4) counts as what it stands for.</summary>
    public static bool IsInside(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return IsInside(address.MapToIPv4());
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            var bytes = address.GetAddressBytes();
            if (bytes.AsSpan(0, 2).SequenceEqual<byte>([0x20, 0x02]))
            {
                return IsInside(new(bytes.AsSpan(2, 4)));
            }

            if (bytes.AsSpan(0, 6).SequenceEqual<byte>([0, 0x64, 0xff, 0x9b, 0, 1]))
            {
                return true;
            }

            if (bytes.AsSpan(0, 12).SequenceEqual<byte>([0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]))
            {
                return IsInside(new(bytes.AsSpan(12, 4)));
            }
        }

        return address.AddressFamily is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6)
            || Array.Exists(Inside, network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }
}
