using Microsoft.AspNetCore.Mvc;

namespace OrleansMixi.Hosting;

/// <summary>Turns refusals into RFC 9457 problem details.</summary>
internal static class Problems
{
    public static ProblemDetails Of(MixiException refusal)
    {
        var problem = Of(Errors.Status(refusal.Code), refusal.Code, refusal.Message);
        if (refusal.Field is not null)
        {
            problem.Extensions["field"] = refusal.Field;
        }

        if (refusal.RetryAfter > 0)
        {
            problem.Extensions["retryAfter"] = refusal.RetryAfter;
        }

        return problem;
    }

    public static ProblemDetails Of(int status, string code, string detail)
    {
        var problem = new ProblemDetails
        {
            Status = status,
            Title = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
            Detail = detail,
            Type = $"urn:orleansmixi:error:{code}",
        };
        problem.Extensions["code"] = code;
        return problem;
    }
}
