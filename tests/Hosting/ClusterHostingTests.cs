using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using OrleansMixi.Clustering;
using OrleansMixi.Storage;

namespace OrleansMixi.Hosting;

public sealed class ClusterHostingTests
{
    private static readonly Database Sqlite = Database.Of("Data Source=never-opened.db");
    private static readonly Database Postgres = Database.Of("Host=127.0.0.1;Database=never_opened");
    private static readonly Database Remote = Database.Of("Host=database.example;Database=never_opened");

    [Fact]
    public void Without_configured_ports_two_hosts_get_four_free_ones_on_loopback()
    {
        EndpointOptions[] hosts = [Endpoints(Sqlite), Endpoints(Postgres)];

        Assert.Equal(4, hosts.SelectMany(host => new[] { host.SiloPort, host.GatewayPort }).Distinct().Count());
        Assert.All(hosts, host => Assert.Equal("127.0.0.1", host.AdvertisedIPAddress.ToString()));
    }

    [Fact]
    public void Configured_ports_and_address_are_taken()
    {
        var host = Endpoints(Postgres, ("SiloPort", "4001"), ("GatewayPort", "4002"), ("AdvertisedAddress", "127.0.0.7"));

        Assert.Equal((4001, 4002, "127.0.0.7"), (host.SiloPort, host.GatewayPort, host.AdvertisedIPAddress.ToString()));
    }

    [Fact]
    public void With_a_database_elsewhere_a_host_is_reached_under_its_own_address()
    {
        Assert.NotEqual("127.0.0.1", Endpoints(Remote).AdvertisedIPAddress?.ToString());
    }

    [Theory]
    [InlineData("SiloPort", "0")]
    [InlineData("GatewayPort", "65536")]
    [InlineData("ClusterId", "")]
    public void Impossible_settings_are_refused_by_name(string key, string value)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Endpoints(Sqlite, (key, value)));

        Assert.Contains(key, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_without_a_silo_is_refused_on_SQLite()
    {
        var builder = Host.CreateApplicationBuilder();

        var error = Assert.Throws<InvalidOperationException>(() => builder.UseOrleansClient(client => client.UseMixiClustering(Sqlite)));

        Assert.Contains("ConnectionStrings:Mixi", error.Message, StringComparison.Ordinal);
    }

    private static EndpointOptions Endpoints(Database database, params (string Key, string Value)[] settings)
    {
        using var host = TestSilo.Build(database, [.. settings.Select(pair => ($"{MixiClusterOptions.Section}:{pair.Key}", (string?)pair.Value))]);
        return host.Services.GetRequiredService<IOptions<EndpointOptions>>().Value;
    }
}
