using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace OrleansMixi.News;

/// <summary>
/// Fetches feeds from the public internet: conditional, bounded in bytes and time, and never from inside. The address that
/// was checked is the address that is connected to, at every redirect anew.
/// </summary>
public sealed class FeedFetcher : IDisposable
{
    private readonly FeedLimits _limits;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    public FeedFetcher(IOptions<FeedLimits> limits, TimeProvider time)
    {
        (_limits, _time) = (limits.Value, time);
        _client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxResponseHeadersLength = 32,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = Connect,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("OrleansMixi/0.1 (feed reader)");
        _client.DefaultRequestHeaders.Accept.ParseAdd("application/atom+xml, application/rss+xml, application/rdf+xml, application/xml;q=0.9, */*;q=0.5");
    }

    /// <summary>Fetches one feed; never throws for what the other side does.</summary>
    public async Task<FeedFetchResult> Fetch(Uri uri, string? etag, string? modified, CancellationToken cancellationToken = default)
    {
        using var deadline = new CancellationTokenSource(_limits.Deadline, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            for (var redirects = 0; redirects <= _limits.MaxRedirects; redirects++)
            {
                if (Refuse(uri) is { } reason)
                {
                    return Failed(uri, reason);
                }

                using var response = await Send(uri, etag, modified, both.Token);
                if (response.StatusCode is >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest and not HttpStatusCode.NotModified
                    && response.Headers.Location is { } location)
                {
                    uri = new(uri, location);
                    continue;
                }

                return await Read(uri, response, both.Token);
            }

            return Failed(uri, $"More than {_limits.MaxRedirects} redirects.");
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return Failed(uri, $"No whole answer within {_limits.Deadline.TotalSeconds:0.#} s.");
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException or InvalidDataException or UriFormatException)
        {
            return Failed(uri, error.Message);
        }
    }

    public void Dispose() => _client.Dispose();

    private static FeedFetchResult Failed(Uri uri, string problem) => new(null, null, null, null, uri, problem);

    private string? Refuse(Uri uri)
    {
        if (uri.Scheme is not ("http" or "https"))
        {
            return $"'{uri.Scheme}' addresses are not fetched.";
        }

        return uri.Port is 80 or 443 || IsAllowedInside(uri.Host, uri.Port) ? null : $"Port {uri.Port} is not fetched from; Mixi:News:AllowedInside lists exceptions.";
    }

    private bool IsAllowedInside(string host, int port) =>
        _limits.AllowedInside.Contains($"{host}:{port}", StringComparer.OrdinalIgnoreCase);

    private Task<HttpResponseMessage> Send(Uri uri, string? etag, string? modified, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, uri);
        if (etag is not null && EntityTagHeaderValue.TryParse(etag, out var tag))
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        if (modified is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        }

        return _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private async Task<FeedFetchResult> Read(Uri uri, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var etag = response.Headers.ETag?.ToString();
        var modified = response.Content.Headers.LastModified?.ToString("r");
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            return new(null, null, etag, modified, uri, null);
        }

        if (!response.IsSuccessStatusCode)
        {
            return Failed(uri, $"The answer is {(int)response.StatusCode}.");
        }

        // Counted after decompression, so that a small bomb is a large body.
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + count > _limits.MaxBytes)
            {
                return Failed(uri, $"The body has more than {_limits.MaxBytes} bytes (Mixi:News:MaxBytes).");
            }

            bytes.Write(buffer, 0, count);
        }

        return new(bytes.ToArray(), response.Content.Headers.ContentType?.ToString(), etag, modified, uri, null);
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        if (addresses.Length == 0)
        {
            throw new HttpRequestException($"'{host}' has no address.");
        }

        if (!IsAllowedInside(host, port) && Array.Find(addresses, InsideAddresses.IsInside) is { } inside)
        {
            throw new HttpRequestException($"'{host}' is not on the public internet ({inside}); Mixi:News:AllowedInside lists exceptions.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
