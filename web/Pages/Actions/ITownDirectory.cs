using OrleansMixi.Posts;

namespace OrleansMixi.Pages.Actions;

/// <summary>The names and numbers that <see cref="GrainActions"/> needs beside the members' grains.</summary>
public interface ITownDirectory
{
    /// <summary>The number behind a name; null if there is none that the member may know of.</summary>
    Task<Topic?> Find(int member, TopicName name);

    /// <summary>A post as clients see it.</summary>
    Task<PostView> View(Post post);

    /// <summary>Gives a member another nickname.</summary>
    Task ChangeNickname(int member, string nickname);

    /// <summary>Keeps in which language a member reads.</summary>
    Task ChangeLanguage(int member, string language);
}
