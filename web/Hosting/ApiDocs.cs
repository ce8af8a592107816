using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace OrleansMixi.Hosting;

/// <summary>The API's description at <c>/openapi/v1.json</c>, and a page to try it.</summary>
internal static class ApiDocs
{
    public static IServiceCollection AddMixiDocs(this IServiceCollection services) => services.AddOpenApi("v1", options =>
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "OrleansMixi",
                Version = "v1",
                Description = "Posts, timelines and live streams. Times are RFC 3339 in UTC, ids are decimal numbers as text, errors are RFC 9457 problem details with a stable 'code'.",
            };
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An access token from `web token <handle>` or the account page.",
            };
            return Task.CompletedTask;
        }));

    public static void MapMixiDocs(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi();
        app.MapScalarApiReference("/api-docs", page => page.DisableDefaultFonts().DisableTelemetry().DisableAgent().HideDeveloperTools().HideClientButton().WithTitle("OrleansMixi API"));
    }
}
