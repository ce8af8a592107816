namespace OrleansMixi.Pages.Messages;

/// <summary>What the bar of every page tells about conversations.</summary>
public interface IMessageNav
{
    /// <summary>In how many conversations something is unread; the one that is being read counts as read.</summary>
    Task<int> Unread(int member, string? open);
}
