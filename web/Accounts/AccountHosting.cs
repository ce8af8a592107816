using Microsoft.AspNetCore.Authentication;

namespace OrleansMixi.Accounts;

/// <summary>Registers authentication.</summary>
internal static class AccountHosting
{
    public static IServiceCollection AddMixiAccounts(this IServiceCollection services, IConfiguration configuration, bool demo)
    {
        services.AddAuthentication(BearerHandler.SchemeName).AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.SchemeName, null);
        return services.AddAuthorization();
    }

    public static void MapAccountForms(this IEndpointRouteBuilder app, bool demo)
    {
    }
}
