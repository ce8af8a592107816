using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace OrleansMixi.Mail;

/// <summary>Addresses in mails. They are never made from a request, in which anybody can claim any host.</summary>
internal sealed class SiteAddress(IServer server, IOptions<MailOptions> options)
{
    /// <summary>The full address of a page.</summary>
    public string Of(string path) => $"{Base.TrimEnd('/')}{path}";

    private string Base => options.Value.Site?.AbsoluteUri
        ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?
            .Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("*", "localhost", StringComparison.Ordinal)
        ?? "http://localhost:5080";
}
