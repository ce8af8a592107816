using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Plans;
using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>Communities as a viewer may see them, for the API and the pages.</summary>
internal sealed class CommunityReader(
    CommunitySight sight, CommunityFinder finder, CommunityStore communities, EdgeCounts edges, People people, PersonaStore personas, Entitlements plans, GuestStore guests, IGrainFactory grains)
{
    /// <summary>The most items of a list at a time.</summary>
    public const int MaxLimit = 100;

    // As many faces as a head shows.
    private const int Faces = 6;

    /// <summary>The community; refused as not found to those who may not know of it.</summary>
    public async Task<CommunityProfile> Known(Viewer viewer, string slug) =>
        (Handle.Fold(slug) is { } folded ? await sight.Known(viewer, folded) : null) ?? throw Errors.NotFound("community");

    /// <summary>The community; refused to those who may not read it.</summary>
    public async Task<CommunityProfile> Readable(Viewer viewer, string slug)
    {
        var profile = await Known(viewer, slug);
        return CommunitySight.MayRead(viewer, profile) ? profile : throw Errors.Forbidden("Only members read this community; join it first.");
    }

    /// <summary>The community; refused to those who do not belong to it.</summary>
    public async Task<CommunityProfile> Inside(Viewer viewer, string slug)
    {
        var profile = await Known(viewer, slug);
        return CommunitySight.Belongs(viewer, profile) ? profile : throw Errors.Forbidden("This is for members of the community; join it first.");
    }

    /// <summary>The head of a community.</summary>
    public async Task<CommunityView> Head(Viewer viewer, CommunityProfile profile)
    {
        var standing = viewer.Member == 0 ? null : await Standing(viewer, profile);
        var friends = await finder.FriendsIn(viewer, profile.Number, Faces);
        var known = await people.Of([profile.Founder, .. friends]);
        return View(profile, await edges.Of(Topic.Community(profile.Number), EdgeKind.Member)) with
        {
            Founder = viewer.Blocks.Contains(profile.Founder) && standing?.Rights.Count is null or 0 ? null : known.GetValueOrDefault(profile.Founder),
            Friends = [.. friends.Where(known.ContainsKey).Select(friend => known[friend])],
            Standing = standing,
        };
    }

    /// <summary>What the viewer may do there as staff; only members are.</summary>
    public async Task<CommunityRights> Rights(Viewer viewer, CommunityProfile profile) =>
        CommunitySight.Belongs(viewer, profile) ? (await grains.GetGrain<ICommunityGrain>(profile.Number).Standing(viewer.Member)).Rights : CommunityRights.None;

    /// <summary>Communities that fit.</summary>
    public async Task<ListView<CommunityView>> Find(Viewer viewer, CommunitySearch search)
    {
        var rows = await finder.Find(viewer, search with { Limit = search.Limit + 1 });
        var views = await Views(viewer, rows.Take(search.Limit), search.Sort is CommunitySort.Friends or CommunitySort.Common);
        return new(views, rows.Count > search.Limit ? $"{search.Offset + search.Limit}" : null);
    }

    /// <summary>The communities that the viewer belongs to.</summary>
    public async Task<IReadOnlyList<CommunityView>> Mine(Viewer viewer) => await Views(viewer, await communities.Get(viewer.Communities.Select(Topic.Of)), common: false);

    /// <summary>The communities that the viewer is invited to.</summary>
    public async Task<IReadOnlyList<CommunityView>> Invitations(Viewer viewer) =>
        await Views(viewer, await communities.Get((await guests.Invitations(viewer.Member)).Select(guest => Topic.Community(guest.Community))), common: false);

    /// <summary>Communities that have members in common with one.</summary>
    public async Task<IReadOnlyList<CommunityView>> Related(Viewer viewer, CommunityProfile profile, int limit) => await Views(viewer, await finder.Related(profile.Number, limit), common: true);

    private async Task<StandingView> Standing(Viewer viewer, CommunityProfile profile)
    {
        var standing = await grains.GetGrain<ICommunityGrain>(profile.Number).Standing(viewer.Member);
        var seat = await personas.Of(viewer.Member, profile.Number);
        var begins = standing.Member && (profile.Posting == Posting.Members || standing.May(CommunityRights.Board));
        return new(
            standing.Member,
            standing.Founder,
            CommunityWords.Of(standing.Rights),
            standing.Asked,
            standing.Invited,
            standing.Bar is { } bar ? new(null, bar.Reason, bar.Until == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(bar.Until), null, DateTimeOffset.FromUnixTimeMilliseconds(bar.At)) : null,
            standing.MayClaim,
            begins,
            begins && profile.Founder != 0 && await plans.HasPremium(await personas.Owner(profile.Founder)),
            seat == viewer.Member ? null : await people.Of(seat));
    }

    private async Task<List<CommunityView>> Views(Viewer viewer, IEnumerable<CommunityRow> rows, bool common)
    {
        var list = rows.ToList();
        var founders = await people.Of(list.Select(row => row.Founder));
        return list.ConvertAll(row => View(row.ToProfile(), row.Members) with { Founder = viewer.Blocks.Contains(row.Founder) ? null : founders.GetValueOrDefault(row.Founder), Common = common ? row.Common : null });
    }

    private static CommunityView View(CommunityProfile profile, int members) => new(
        profile.Slug,
        new TopicName(TopicKind.Community, profile.Slug).ToString(),
        profile.Title,
        profile.Description,
        CommunityWords.Word(profile.Joining),
        members,
        profile.Category,
        CommunityWords.Word(profile.Openness),
        CommunityWords.Word(profile.Posting));
}
