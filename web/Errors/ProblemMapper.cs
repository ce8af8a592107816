using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using OrleansMixi.Storage;

namespace OrleansMixi.Hosting;

/// <summary>The one place where exceptions become answers.</summary>
internal sealed partial class ProblemMapper(Database database, ILogger<ProblemMapper> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        var problem = Map(exception);
        if (problem.Status == StatusCodes.Status500InternalServerError)
        {
            LogUnexpected(exception, httpContext.Request.Method, httpContext.Request.Path);
        }

        await Write(httpContext, problem);
        return true;
    }

    public static Task Write(HttpContext http, ProblemDetails problem)
    {
        http.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        if (problem.Extensions.TryGetValue("retryAfter", out var seconds) && seconds is int wait)
        {
            http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        }

        return http.Response.WriteAsJsonAsync(problem, MixiJson.Options, "application/problem+json");
    }

    private ProblemDetails Map(Exception exception) => exception switch
    {
        MixiException refusal => Problems.Of(refusal),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            Problems.Of(413, "too-large", "The request's body is too large (Mixi:MaxBody)."),
        BadHttpRequestException { InnerException: JsonException json } => Problems.Of(Bodies.Refusal(json)),
        BadHttpRequestException bad => Problems.Of(bad.StatusCode, "invalid", bad.Message),
        AntiforgeryValidationException => Problems.Of(400, "invalid", "The form is out of date; reload the page and send it again."),
        JsonException json => Problems.Of(Bodies.Refusal(json)),
        TimeoutException or Orleans.Runtime.OrleansMessageRejectionException or Orleans.Runtime.SiloUnavailableException => Problems.Of(Errors.Unavailable()),
        _ when database.IsTransient(exception) => Problems.Of(Errors.Unavailable()),
        _ => Problems.Of(500, "internal", "Something went wrong here; it was written to the log."),
    };

    [LoggerMessage(EventIds.Unexpected, LogLevel.Error, "{Method} {Path} failed")]
    private partial void LogUnexpected(Exception error, string method, PathString path);
}
