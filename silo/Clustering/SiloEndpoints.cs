using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace OrleansMixi.Clustering;

/// <summary>Gives the silo its address and ports, free ones where none are configured.</summary>
internal sealed class SiloEndpoints(IOptions<MixiClusterOptions> options, bool local) : IConfigureOptions<EndpointOptions>
{
    // Chosen once: every reader of the options has to see the same ports.
    private readonly Lazy<(IPAddress? Address, int Silo, int Gateway)> _chosen = new(() => Choose(options.Value, local));

    public void Configure(EndpointOptions options)
    {
        var (address, silo, gateway) = _chosen.Value;
        if (address is not null)
        {
            options.AdvertisedIPAddress = address;
        }

        options.SiloPort = silo;
        options.GatewayPort = gateway;
    }

    private static (IPAddress? Address, int Silo, int Gateway) Choose(MixiClusterOptions options, bool local)
    {
        // Without an address Orleans takes the machine's own.
        var address = options.AdvertisedAddress is { } name ? Resolve(name) : local ? IPAddress.Loopback : null;

        return (address, options.SiloPort ?? FreePort.Take(), options.GatewayPort ?? FreePort.Take());
    }

    private static IPAddress Resolve(string name)
    {
        if (IPAddress.TryParse(name, out var address))
        {
            return address;
        }

        var found = Dns.GetHostAddresses(name);
        return found.FirstOrDefault(candidate => candidate.AddressFamily == AddressFamily.InterNetwork) ?? found[0];
    }
}
