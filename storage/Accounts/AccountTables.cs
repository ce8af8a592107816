using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrleansMixi.Log;
using OrleansMixi.Mail;
using OrleansMixi.Members;
using OrleansMixi.Moderation;

namespace OrleansMixi.Accounts;

/// <summary>Registers what accounts, mail and moderation keep, and who looks after it.</summary>
public static class AccountTables
{
    /// <summary>Adds the tables with their keepers.</summary>
    public static IServiceCollection AddMixiAccountTables(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WritingOptions>().Bind(configuration.GetSection("Mixi:Accounts")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LeavingOptions>().Bind(configuration.GetSection("Mixi:Leaving")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ModerationOptions>().Bind(configuration.GetSection("Mixi:Moderation")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ApplicationStore>().AddSingleton<InvitationTree>();
        services.AddSingleton<WritingRule>().AddSingleton<ILogFollower>(provider => provider.GetRequiredService<WritingRule>());
        services.AddSingleton<IForgets, ForgetsRows>().AddSingleton<LeavingStore>().AddSingleton<Leaving>().AddSingleton<LeavingKeeper>();
        services.AddSingleton<MailAddressStore>().AddSingleton<MailLinkStore>().AddSingleton<OutboxStore>().AddSingleton<SecretStore>();
        services.AddSingleton<ReportStore>().AddSingleton<MeasureStore>().AddSingleton<Moderator>();
        return services.AddHostedService<ModerationKeeper>();
    }
}
