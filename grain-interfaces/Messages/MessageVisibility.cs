using OrleansMixi.Posts;

namespace OrleansMixi.Messages;

/// <summary>The one answer to "may this participant see that line?", asked by pages, the API, previews and counts.</summary>
public static class MessageVisibility
{
    /// <summary>
    /// Whether a participant who came after line <paramref name="since"/> sees a line: not what was said before, and
    /// nothing by or about members whom a block parts from the viewer. When the block ends it is all there again.
    /// </summary>
    public static bool CanSee(Viewer viewer, int since, Message message) =>
        message.Number > since && !viewer.Blocks.Contains(message.Author) && !viewer.Blocks.Contains(message.Target);
}
