using Microsoft.Extensions.Options;

namespace OrleansMixi.Mail;

/// <summary>Registers mail.</summary>
internal static class MailHosting
{
    public static IServiceCollection AddMixiMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection("Mixi:Mail")).ValidateDataAnnotations()
            .Validate(options => MimeKit.MailboxAddress.TryParse(options.From, out _), "Mixi:Mail:From is not an e-mail address.")
            .Validate(options => options.Site is null or { IsAbsoluteUri: true }, "Mixi:Mail:Site is not a full address such as https://town.example.")
            .ValidateOnStart();
        services.AddSingleton<IMailCarrier>(provider => provider.GetRequiredService<IOptions<MailOptions>>() is { Value.Host.Length: > 0 } options
            ? new SmtpCarrier(options)
            : new FolderCarrier(provider.GetRequiredService<IOptions<MailOptions>>()));
        services.AddSingleton<MailVault>().AddSingleton<MailWords>().AddSingleton<SiteAddress>().AddSingleton<MailSender>();
        return services.AddHostedService(provider => provider.GetRequiredService<MailSender>()).AddScoped<MailDesk>();
    }
}
