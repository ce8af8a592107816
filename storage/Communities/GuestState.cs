namespace OrleansMixi.Communities;

/// <summary>What a guest of a community waits for. The numbers are stored; never renumber.</summary>
public enum GuestState
{
    /// <summary>To be let in.</summary>
    Asked = 1,

    /// <summary>Nothing: may come in at any time.</summary>
    Invited = 2,
}
