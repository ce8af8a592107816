using System.Text;

namespace OrleansMixi.Town;

/// <summary>An answer to a request; its body is valid until the connection's next one.</summary>
internal readonly record struct TownAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>The id of what was made: all that is answered begins with its own.</summary>
    public string Id
    {
        get
        {
            var rest = Body.Span[(Body.Span.IndexOf("\"id\":\""u8) + 6)..];
            return Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)'"')]);
        }
    }
}
