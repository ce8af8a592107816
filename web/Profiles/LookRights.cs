namespace OrleansMixi.Profiles;

/// <summary>Whether a member's plan has a look of the own page.</summary>
#pragma warning disable CA1822
internal sealed class LookRights
{
    public ValueTask<bool> Of(int member) => ValueTask.FromResult(member > 0);
}
