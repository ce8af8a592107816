using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OrleansMixi.Messages;

/// <summary>A text of a member in 63 bits, to compare and to find it by.</summary>
internal static class Fingerprint
{
    public static long Of(int member, string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{member}\n{text}"), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash) & long.MaxValue;
    }
}
