namespace OrleansMixi.Pages.Messages;

/// <summary>What the navigation says about a member's conversations.</summary>
public interface IMessageNav
{
    /// <summary>In how many conversations something waits; the one that the page at this path is about to show is read.</summary>
    Task<int> Unread(int member, string path);
}
