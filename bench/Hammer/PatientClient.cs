using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace OrleansMixi.Hammer;

/// <summary>
/// Sends a request, and sends it again while its outcome is unknown: no connection, no answer in time, or a 5xx. So only
/// what may safely be repeated is sent through it with attempts left.
/// </summary>
internal sealed class PatientClient(HttpMessageInvoker http, HammerOptions options, TimeProvider time)
{
    /// <summary>The answer if it was a success, or null when it stayed unknown.</summary>
    /// <exception cref="HammerStop">The server refused; another attempt would be refused too.</exception>
    public async Task<T?> Send<T>(Func<HttpRequestMessage> request, Func<HttpContent, CancellationToken, Task<T?>> read, int retries, CancellationToken stop)
        where T : class
    {
        for (var attempt = 0; ; attempt++)
        {
            var (answer, asked) = await Once(request, read, stop);
            if (answer is not null || attempt >= retries)
            {
                return answer;
            }

            await Task.Delay(Backoff.Before(attempt, asked), time, stop);
        }
    }

    private async Task<(T? Answer, TimeSpan? Asked)> Once<T>(
        Func<HttpRequestMessage> create,
        Func<HttpContent, CancellationToken, Task<T?>> read,
        CancellationToken stop)
        where T : class
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.Timeout), time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        using var request = create();
        try
        {
            using var response = await http.SendAsync(request, both.Token);
            if (response.IsSuccessStatusCode)
            {
                return (await read(response.Content, both.Token), null);
            }

            await Refuse(request, response, both.Token);
            return (null, response.Headers.RetryAfter?.Delta);
        }
        catch (Exception unknown) when (unknown is HttpRequestException or IOException)
        {
            return (null, null);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            return (null, null);
        }
    }

    /// <summary>Stops the run for an answer that another attempt would not change; returns for the others.</summary>
    public static async Task Refuse(HttpRequestMessage request, HttpResponseMessage response, CancellationToken stop)
    {
        if ((int)response.StatusCode >= 500 || response.StatusCode == HttpStatusCode.RequestTimeout)
        {
            return;
        }

        var said = $"{request.Method} {request.RequestUri?.AbsolutePath} was answered {(int)response.StatusCode}{await Words(response, stop)}.";
        throw new HammerStop(response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests =>
                $"{said} The server limits writes: raise Mixi:Limits:WritesPerWindow (300 per 5 minutes by default), lower --rate, or spread it over more --members.",
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                $"{said} Give a token with the scope admin: web token op --scopes admin --create",
            _ => said,
        });
    }

    private static async Task<string> Words(HttpResponseMessage response, CancellationToken stop)
    {
        try
        {
            var problem = await response.Content.ReadFromJsonAsync<Problem>(stop);
            return (problem?.Detail ?? problem?.Title) is { } words ? $" ({words.TrimEnd('.')})" : "";
        }
        catch (Exception wordless) when (wordless is JsonException or HttpRequestException or IOException)
        {
            // A refusal without a problem document is told by its status alone.
            return "";
        }
    }
}
