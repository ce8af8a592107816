using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>
/// Begins topics, announces events and asks polls: a post in the community, and what belongs to it beside. The same key
/// finishes what a crash left half done.
/// </summary>
internal sealed class BoardWriter(
    BoardStore boards, EventStore events, PollStore polls, PostStore posts, PersonaStore personas, IGrainFactory grains, LogTail tail, IOptions<CommunityOptions> options, TimeProvider time)
{
    private const int MaxPlace = 200;
    private const int MaxOption = 100;

    /// <summary>Begins a topic.</summary>
    public Task<Post> Begin(int member, CommunityProfile profile, TopicRequest request, string? key)
    {
        Title(request.Title);
        return Write(member, profile, PostForm.Topic, request.Title.Trim(), request.Text, request.Language, key);
    }

    /// <summary>Announces an event.</summary>
    public async Task<Post> Announce(int member, CommunityProfile profile, EventRequest request, string? key)
    {
        Title(request.Title);
        var row = new EventRow { Community = profile.Number, Place = Place(request.Place), Places = Places(request.Places), Zone = request.Zone, Starts = Ahead("starts", EventClock.Read(request.Starts, request.Zone)) };
        var post = await Write(member, profile, PostForm.Event, request.Title.Trim(), request.Text, request.Language, key);
        row.Post = post.Id;
        await events.Add(row);
        return post;
    }

    /// <summary>Changes an event; its author may, and staff of the board.</summary>
    public async Task Change(int member, CommunityProfile profile, string id, EventChangeRequest request)
    {
        var row = await Event(profile, id);
        var grain = grains.GetGrain<ICommunityGrain>(profile.Number);
        var author = (await posts.Find(row.Post))?.Author == await personas.Of(member, profile.Number);
        if (!author && !(await grain.Standing(member)).May(CommunityRights.Board))
        {
            throw Errors.Forbidden("Who announced an event changes it, and staff of the board.");
        }

        if (request.Starts is not null || request.Zone is not null)
        {
            row.Zone = request.Zone ?? row.Zone;
            row.Starts = Ahead("starts", EventClock.Read(request.Starts ?? EventClock.Write(DateTimeOffset.FromUnixTimeMilliseconds(row.Starts), row.Zone), row.Zone));
        }

        (row.Place, row.Places) = (request.Place is null ? row.Place : Place(request.Place), request.Places is null ? row.Places : Places(request.Places));
        if (!await events.Change(row))
        {
            throw Errors.Conflict("More members take part already than 'places' would allow.");
        }

        if (request.Cancelled is { } cancelled)
        {
            await grain.CancelEvent(member, row.Post, cancelled);
        }
    }

    /// <summary>Takes a place in an event, or gives it back.</summary>
    public async Task Take(int member, CommunityProfile profile, string id, bool part)
    {
        var row = await Event(profile, id);
        var seat = await personas.Of(member, profile.Number);
        if (!part)
        {
            await events.Leave(row.Post, seat);
            return;
        }

        await grains.GetGrain<ICommunityGrain>(profile.Number).Admit(seat);
        if (!await events.Join(row.Post, seat))
        {
            throw Errors.Conflict(
                row.Cancelled == 1 ? "This event was called off."
                : row.Starts <= time.GetUtcNow().ToUnixTimeMilliseconds() ? "This event has begun already."
                : "All places are taken; somebody may still give one back.");
        }
    }

    /// <summary>Asks a poll.</summary>
    public async Task<Post> Ask(int member, CommunityProfile profile, PollRequest request, string? key)
    {
        var choices = request.Options.Select(option => option?.Trim() ?? "").Where(option => option.Length > 0).ToList();
        if (choices.Count < 2 || choices.Count > options.Value.PollOptions || choices.Distinct(StringComparer.Ordinal).Count() < choices.Count)
        {
            throw Errors.Invalid("options", $"A poll has 2 to {options.Value.PollOptions} options (Mixi:Communities:PollOptions), each of them once.");
        }

        choices.ForEach(choice => PostRules.Text("options", choice, MaxOption));
        var ends = Ahead("ends", request.Ends);
        var post = await Write(member, profile, PostForm.Poll, null, request.Question, request.Language, key);
        await polls.Add(new() { Post = post.Id, Community = profile.Number, Ends = ends }, choices);
        return post;
    }

    /// <summary>Votes in a poll, or changes the vote.</summary>
    public async Task Vote(int member, CommunityProfile profile, string id, int option)
    {
        if (!PostId.TryParse(id, out var post) || (await polls.Find(post))?.Community != profile.Number)
        {
            throw Errors.NotFound("poll");
        }

        var seat = await personas.Of(member, profile.Number);
        await grains.GetGrain<ICommunityGrain>(profile.Number).Admit(seat);
        if (!await polls.Vote(post, seat, option))
        {
            throw Errors.Conflict("This poll is over, or has no such option.");
        }
    }

    private async Task<Post> Write(int member, CommunityProfile profile, PostForm form, string? title, string text, string? language, string? key)
    {
        var draft = new PostDraft(Topic.Community(profile.Number), form, title, text, Audience.Everyone, language, null, key);
        PostRules.Check(draft);
        var post = await grains.GetGrain<IUserGrain>(await personas.Of(member, profile.Number)).Publish(draft);
        await boards.Add(post.Id, profile.Number, form);
        await tail.Reached(post.Id);
        return post;
    }

    private async Task<EventRow> Event(CommunityProfile profile, string id) =>
        PostId.TryParse(id, out var post) && await events.Find(post) is { } row && row.Community == profile.Number ? row : throw Errors.NotFound("event");

    private long Ahead(string field, DateTimeOffset moment)
    {
        var now = time.GetUtcNow();
        return moment > now && moment < now + options.Value.Ahead
            ? moment.ToUnixTimeMilliseconds()
            : throw Errors.Invalid(field, $"'{field}' lies ahead, at most {options.Value.Ahead.TotalDays:0} days (Mixi:Communities:Ahead).");
    }

    private int Places(int? places) => places is null || (places >= 0 && places <= options.Value.EventPlaces)
        ? places ?? 0
        : throw Errors.Invalid("places", $"'places' is 1 to {options.Value.EventPlaces} (Mixi:Communities:EventPlaces), or absent for no limit.");

    private static void Title(string title)
    {
        PostRules.Text("title", title, PostRules.MaxTitle);
        if (title.Trim().Length == 0)
        {
            throw Errors.Invalid("title", "'title' is empty; give it a name.");
        }
    }

    private static string Place(string? place)
    {
        PostRules.Text("place", place, MaxPlace);
        return place?.Trim() ?? "";
    }
}
