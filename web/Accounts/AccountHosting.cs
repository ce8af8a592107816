using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OrleansMixi.Hosting;
using OrleansMixi.Members;
using OrleansMixi.Moderation;

namespace OrleansMixi.Accounts;

/// <summary>Registers authentication: a cookie for browsers, bearer tokens for everyone else.</summary>
internal static class AccountHosting
{
    /// <summary>The rate limit of forms that try a password or an invitation.</summary>
    public const string Attempts = "attempts";

    private const string Either = "mixi";

    // A changed password or a sign-out everywhere must hold within a second on every host.
    private static readonly TimeSpan StampCheck = TimeSpan.FromSeconds(1);

    public static IServiceCollection AddMixiAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Mixi:Accounts");
        var options = section.Get<AccountOptions>() ?? new();
        services.AddOptions<AccountOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, policy =>
                policy.ForwardDefaultSelector = http => BearerHandler.IsOn(http.Request) ? BearerHandler.SchemeName : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.SchemeName, null)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie => Configure(cookie, options))

            // Nobody uses it, but whoever ends a session signs out of it too, and would fail without it.
            .AddCookie(IdentityConstants.TwoFactorRememberMeScheme);
        services.AddAuthorization();
        services.AddIdentityCore<MemberRow>(identity =>
            {
                identity.Password = new() { RequiredLength = 8, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
                identity.Lockout = new() { MaxFailedAccessAttempts = options.MaxFailures, DefaultLockoutTimeSpan = options.Lockout };
            })
            .AddUserStore<AccountUsers>()
            .AddClaimsPrincipalFactory<CookieClaims>()
            .AddSignInManager();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = options.PasswordIterations);
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = StampCheck);
        services.AddDataProtection().SetApplicationName("OrleansMixi");
        services.AddSingleton<IXmlRepository, KeysInDatabase>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = provider.GetRequiredService<IXmlRepository>()));
        services.AddRateLimiter(limiter => limiter.AddPolicy(Attempts, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new() { PermitLimit = options.AttemptsPerMinute, Window = TimeSpan.FromMinutes(1) })).OnRejected = Reject);
        services.AddSingleton<SuspensionPass>().AddScoped<SignUps>().AddScoped<AccountLeaving>();
        return services.AddScoped<AccountEntry>();
    }

    /// <summary>
    /// A bearer token that is unknown or revoked is refused even where strangers may read. Outside the API, which asks for
    /// scopes by itself, a token reads pages and feeds with the scope <c>read</c>, and sends no forms.
    /// </summary>
    public static void UseBearerCheck(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (BearerHandler.IsOn(http.Request) && http.User.Member() == 0)
        {
            await http.ChallengeAsync(BearerHandler.SchemeName);
            return;
        }

        if (BearerHandler.IsOn(http.Request) && !http.Request.Path.StartsWithSegments("/api") && !http.Request.Path.StartsWithSegments("/hubs"))
        {
            if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
            {
                await ProblemMapper.Write(http, Problems.Of(Errors.Forbidden("Forms are for browsers; with a token use the API under /api.")));
                return;
            }

            if (!http.User.Has("read"))
            {
                await ProblemMapper.Write(http, Problems.Of(Errors.ScopeMissing("read")));
                return;
            }
        }

        await next(http);
    });

    private static void Configure(CookieAuthenticationOptions cookie, AccountOptions options)
    {
        cookie.Cookie.Name = "mixi";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = options.Session;
        cookie.LoginPath = "/sign-in";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Events.OnValidatePrincipal = Validate;
    }

    /// <summary>The stamp is asked for once a second; who is hidden by now is known in memory, and at once.</summary>
    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        await SecurityStampValidator.ValidatePrincipalAsync(context);
        if (context.Principal is { } principal
            && await context.HttpContext.RequestServices.GetRequiredService<AuthorStore>().Find(principal.Member()) is not { Suspended: false })
        {
            context.RejectPrincipal();
        }
    }

    private static ValueTask Reject(Microsoft.AspNetCore.RateLimiting.OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var http = rejected.HttpContext;
        http.Response.Headers.RetryAfter = "60";
        if (http.Request.Path.StartsWithSegments("/api"))
        {
            return new(ProblemMapper.Write(http, Problems.Of(Errors.RateLimited(
                "Mixi:Accounts:AttemptsPerMinute", http.RequestServices.GetRequiredService<IOptions<AccountOptions>>().Value.AttemptsPerMinute, 60))));
        }

        AccountForms.Back(http, http.Request.Path.StartsWithSegments("/account/sign-up") ? "/sign-up" : "/sign-in", "rate");
        return ValueTask.CompletedTask;
    }
}
