using OrleansMixi.Pages.Messages;

namespace OrleansMixi.Pages;

/// <summary>Two conversations wait to be read.</summary>
internal sealed class QuietTalks : IMessageNav
{
    public Task<int> Unread(int member, string? open) => Task.FromResult(2);
}
