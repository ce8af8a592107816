using OrleansMixi.Accounts;
using OrleansMixi.Pages.Layout;

namespace OrleansMixi.Pages.Administration;

/// <summary>What pages of administrators have in common: to everybody else they are not there.</summary>
public abstract class AdminPage : MixiPage
{
    /// <summary>Whether the reader is an administrator.</summary>
    protected bool Allowed { get; private set; }

    /// <inheritdoc/>
    protected override bool MembersOnly => true;

    /// <inheritdoc/>
    protected sealed override Task Read()
    {
        Allowed = Http.User.Has("admin");
        if (Allowed)
        {
            return ReadAdmin();
        }

        Missing();
        return Task.CompletedTask;
    }

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task ReadAdmin();
}
