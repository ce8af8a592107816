namespace OrleansMixi.Pages;

/// <summary>Nobody wrote.</summary>
internal sealed class QuietTalk : Messages.IMessageNav
{
    public Task<int> Unread(int member, string path) => Task.FromResult(0);
}
