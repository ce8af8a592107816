using Dapper;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansMixi.Live;
using OrleansMixi.Storage;

namespace OrleansMixi.Messages;

/// <summary>
/// How far each participant has read. Marks go forward only; they are kept in this host's memory and written in batches, so
/// that a participant's mark in a conversation is written at most once within <see cref="MessageOptions.ReadMarks"/>.
/// </summary>
public sealed class ReadMarks : IAsyncDisposable
{
    private const int Waiting = 100_000;
    private const int PerStatement = 1_000;

    private readonly Database _database;
    private readonly ConversationStore _conversations;
    private readonly NoticeBell _bell;
    private readonly PacedWriter<(long Conversation, int Member), int> _marks;

    public ReadMarks(Database database, ConversationStore conversations, NoticeBell bell, IOptions<MessageOptions> options, TimeProvider time, ILogger<ReadMarks> logger)
    {
        (_database, _conversations, _bell) = (database, conversations, bell);
        _marks = new(options.Value.ReadMarks, Waiting, Math.Max, Write, time, logger);
    }

    /// <summary>A participant has read up to a line.</summary>
    public void Mark(long conversation, Participant reader, int number)
    {
        if (number > Of(conversation, reader))
        {
            _marks.Keep((conversation, reader.Member), number);
        }
    }

    /// <summary>How far a participant has read, with what is not written yet.</summary>
    public int Of(long conversation, Participant reader) =>
        _marks.TryGet((conversation, reader.Member), out var number) ? Math.Max(number, reader.Read) : reader.Read;

    public ValueTask DisposeAsync() => _marks.DisposeAsync();

    private async Task Write(IReadOnlyCollection<KeyValuePair<(long Conversation, int Member), int>> marks)
    {
        var moved = new HashSet<long>();
        foreach (var part in marks.Chunk(PerStatement))
        {
            moved.UnionWith(await Move(part));
        }

        foreach (var conversation in await _conversations.Get(moved))
        {
            foreach (var participant in conversation.Participants)
            {
                _bell.Ring(participant.Member, NoticeKind.Message);
            }
        }
    }

    private async Task<IEnumerable<long>> Move(KeyValuePair<(long Conversation, int Member), int>[] marks)
    {
        var values = new DynamicParameters();
        var rows = string.Join(", ", marks.Select((mark, place) =>
        {
            values.Add($"c{place}", mark.Key.Conversation);
            values.Add($"m{place}", mark.Key.Member);
            values.Add($"n{place}", mark.Value);
            return $"(@c{place}, @m{place}, @n{place})";
        }));
        await using var connection = await _database.Open();
        return await connection.QueryAsync<long>(
            $"""
            with marks(conversation, member, number) as (values {rows})
            update participants set read = marks.number from marks
            where participants.conversation = marks.conversation and participants.member = marks.member
              and participants.gone = 0 and participants.read < marks.number
            returning participants.conversation
            """,
            values);
    }
}
