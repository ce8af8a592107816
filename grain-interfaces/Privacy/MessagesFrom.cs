namespace OrleansMixi.Privacy;

/// <summary>Who may start writing to a member. The numbers are stored; never renumber.</summary>
public enum MessagesFrom : byte
{
    /// <summary>Friends only.</summary>
    Friends = 1,

    /// <summary>Every member.</summary>
    Everyone = 2,
}
