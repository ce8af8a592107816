using System.Security.Cryptography;
using System.Text.Json;

namespace OrleansMixi.Log;

/// <summary>Tells whether two entries with one idempotency key are the same.</summary>
internal static class EntryHash
{
    public static byte[] Of(LogEntry entry) => SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(new { topic = entry.Topic.Value, entry.Audience, entry.Body }));
}
