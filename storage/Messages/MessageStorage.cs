using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OrleansMixi.Messages;

/// <summary>Registers conversations.</summary>
internal static class MessageStorage
{
    public static IServiceCollection AddMixiMessages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MessageOptions>().Bind(configuration.GetSection("Mixi:Messages")).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<ConversationStore>().AddSingleton<MessageStore>().AddSingleton<ReadMarks>().AddSingleton<UnreadMessages>().AddSingleton<ConversationList>();
    }
}
