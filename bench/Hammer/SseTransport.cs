using System.Text.Json;

namespace OrleansMixi.Hammer;

/// <summary>Listens by Server-Sent Events; resumes with <c>Last-Event-ID</c>.</summary>
internal sealed class SseTransport(MixiApi api) : ILiveTransport
{
    public async Task Read(ReaderSeat seat, CancellationToken cut)
    {
        using var response = await api.Stream(seat.Member, seat.Cursor, cut);
        await using var stream = await response.Content.ReadAsStreamAsync(cut);
        await foreach (var frame in SseFrames.Read(stream, cut))
        {
            switch (frame.Event)
            {
                case "post":
                    seat.Receive(JsonSerializer.Deserialize<FeedBatch>(frame.Data, JsonSerializerOptions.Web)?.Items);
                    break;
                case "gap" or "reset":
                    seat.Announce();
                    break;
                default:
                    // Updates and deletes change nothing in the books: the run makes none. A beat has an id only.
                    break;
            }

            seat.Cursor = frame.Id ?? seat.Cursor;
            seat.Open();
        }
    }
}
