using System.Diagnostics;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Ingest;

/// <summary>One member who writes, and the ids of what was acknowledged, in the order in which it was written.</summary>
internal sealed class CrowdAuthor(IUserGrain grain, int number)
{
    public const string Text = "Sixty bytes of small talk about the weather at the harbour.";

    private readonly PostDraft _draft = new(Topic.User(number), PostForm.Voice, null, Text, Audience.Everyone, null, null);
    private readonly List<long> _ids = [];

    public int Number => number;

    /// <summary>Acknowledged ids; 0 where a post had no acknowledgement.</summary>
    public IReadOnlyList<long> Ids => _ids;

    /// <summary>Writes one post; answers how long it took since a moment.</summary>
    public async Task<TimeSpan> Post(long since)
    {
        int place;
        lock (_ids)
        {
            place = _ids.Count;
            _ids.Add(0);
        }

        var post = await grain.Publish(_draft);
        lock (_ids)
        {
            _ids[place] = post.Id;
        }

        return Stopwatch.GetElapsedTime(since);
    }
}
