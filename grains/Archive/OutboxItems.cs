using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace OrleansMixi.Archive;

/// <summary>Goes through the activities of an outbox one by one, however long the document is; one activity is in memory at a time.</summary>
internal sealed class OutboxItems(int maxItem)
{
    private JsonReaderState _state;
    private bool _inside;
    private bool _next;
    private bool _ended;

    public async IAsyncEnumerable<byte[]> Read(Stream file)
    {
        var reader = PipeReader.Create(file, new(bufferSize: 256 * 1024));
        while (!_ended)
        {
            var read = await reader.ReadAsync();
            var buffer = read.Buffer;
            while (Take(ref buffer, read.IsCompleted) is { } item)
            {
                yield return item;
            }

            if (!_ended && (read.IsCompleted || buffer.Length > maxItem))
            {
                throw new ArchiveException("unreadable", read.IsCompleted ? "The outbox ends in the middle, or holds no 'orderedItems'." : $"An activity has more than {maxItem} bytes (Mixi:Archive:MaxLine).");
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }

        await reader.CompleteAsync();
    }

    /// <summary>The next activity in the buffer, which then begins after it; null if it is not whole yet, or there is none any more.</summary>
    private byte[]? Take(ref ReadOnlySequence<byte> buffer, bool last)
    {
        try
        {
            if (!_inside)
            {
                Seek(ref buffer, last);
            }

            return _inside && !_ended ? Item(ref buffer, last) : null;
        }
        catch (JsonException error)
        {
            throw new ArchiveException("unreadable", $"The outbox is not JSON: {error.Message}");
        }
    }

    private void Seek(ref ReadOnlySequence<byte> buffer, bool last)
    {
        var json = new Utf8JsonReader(buffer, last, _state);
        while (!_inside && json.Read())
        {
            _inside = _next && json.TokenType == JsonTokenType.StartArray;
            _next = json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == 1 && json.ValueTextEquals("orderedItems");
        }

        _state = json.CurrentState;
        buffer = buffer.Slice(json.BytesConsumed);
    }

    private byte[]? Item(ref ReadOnlySequence<byte> buffer, bool last)
    {
        var json = new Utf8JsonReader(buffer, last, _state);
        if (!json.Read())
        {
            return null;
        }

        var start = json.TokenStartIndex;
        _ended = json.TokenType == JsonTokenType.EndArray;
        if (_ended || !json.TrySkip())
        {
            return null;
        }

        var item = buffer.Slice(start, json.BytesConsumed - start).ToArray();
        _state = json.CurrentState;
        buffer = buffer.Slice(json.BytesConsumed);
        return item;
    }
}
