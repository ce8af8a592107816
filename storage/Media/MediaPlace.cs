namespace OrleansMixi.Media;

/// <summary>What a picture belongs to; it decides who sees it. The numbers are stored; never renumber.</summary>
public enum MediaPlace
{
    /// <summary>Nothing yet: only its owner sees it, and after a day it is swept.</summary>
    Loose = 0,

    /// <summary>A post, whose id is the holder; 0 while the post is being written.</summary>
    Post = 1,

    /// <summary>An album.</summary>
    Album = 2,

    /// <summary>Its owner's profile.</summary>
    Profile = 3,

    /// <summary>A draft of its owner, whose number is the holder; only its owner sees it.</summary>
    Draft = 4,

    /// <summary>The top of its owner's page, for everybody.</summary>
    Header = 5,

    /// <summary>Nothing here: a line that an import kept names it. Only its owner sees it.</summary>
    Kept = 6,

    /// <summary>Nothing any more: nobody sees it, and it is swept soon.</summary>
    Gone = 9,
}
