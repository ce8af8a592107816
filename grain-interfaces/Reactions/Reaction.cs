namespace OrleansMixi.Reactions;

/// <summary>What a member can say about a post with one touch; one of each kind per member. The numbers are stored; never renumber.</summary>
public enum Reaction : byte
{
    Iine = 1,
    Love = 2,
    Laugh = 3,
    Wow = 4,
    Sad = 5,
    Thanks = 6,
}
