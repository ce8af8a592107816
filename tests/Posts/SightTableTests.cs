using OrleansMixi.Communities;
using OrleansMixi.Log;

namespace OrleansMixi.Posts;

/// <summary>
/// The truth table of sight. What an audience names is written out below; place, block, persona and state of the post only
/// ever take away from it. Every combination is asked of the real tables, caches and decisions.
/// </summary>
public sealed class SightTableTests(SightTown town) : IClassFixture<SightTown>
{
    private const int GroupNumber = 1, OtherGroup = 2;

    /// <summary>Whom an audience names: x is seen, m is seen by members of the community that the post is in.</summary>
    private const string Named = """
        Audience          Self  Close  Grouped  Friend  ExFriend  FriendOfFriend  Follower  Stranger  Anonymous
        Everyone           x      x       x       x        x            x             x         x         x
        FriendsOfFriends   x      x       x       x        .            x             .         .         .
        Friends            x      x       x       x        .            .             .         .         .
        Group              x      .       x       .        .            .             .         .         .
        OtherGroup         x      .       .       .        .            .             .         .         .
        Close              x      x       .       .        .            .             .         .         .
        Members            x      m       m       m        m            m             m         m         .
        Me                 x      .       .       .        .            .             .         .         .
        Removed            x      .       .       .        .            .             .         .         .
        """;

    private static readonly string[][] Rows = [.. Named.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static readonly Dictionary<string, Audience> Audiences = new()
    {
        ["Everyone"] = Audience.Everyone,
        ["FriendsOfFriends"] = Audience.FriendsOfFriends,
        ["Friends"] = Audience.Friends,
        ["Group"] = Posts.Audiences.Group(GroupNumber),
        ["OtherGroup"] = Posts.Audiences.Group(OtherGroup),
        ["Close"] = Audience.Close,
        ["Members"] = Audience.Members,
        ["Me"] = Audience.Me,
        ["Removed"] = Audience.Removed,
    };

    /// <summary>Where the post stands.</summary>
    public enum Place
    {
        Own, News, Public, Listed, Hidden,
    }

    /// <summary>Under which number its author wrote.</summary>
    public enum Voice
    {
        Name, Persona,
    }

    public enum State
    {
        Standing, Deleted, AuthorSuspended,
    }

    public enum Block
    {
        None, ByViewer, ByAuthor,
    }

    /// <summary>Whether the viewer belongs to the communities, and under which number.</summary>
    public enum Membership
    {
        None, ByName, ByPersona,
    }

    [Theory, MemberData(nameof(All))]
    public async Task Every_relation_sees_exactly_what_the_table_says(Place place, Voice voice, State state)
    {
        var self = await town.Member();
        var topic = await Town(place, self);
        var author = voice == Voice.Persona ? await town.Persona(self, topic) : self;
        if (place is Place.Public or Place.Listed or Place.Hidden)
        {
            await Join(self, author, topic);
        }

        var viewers = await Viewers(self, topic);
        var posts = new Dictionary<string, long>();
        foreach (var (name, audience) in Audiences)
        {
            posts[name] = await town.Post(author, place == Place.Own ? Topic.User(author) : topic, audience);
        }

        await Enter(state, author, posts.Values);
        var (rows, wrong) = (0, new List<string>());
        foreach (var (relation, block, membership, viewer) in viewers)
        {
            foreach (var (audience, post) in posts)
            {
                rows++;
                if (await town.Sees(viewer, post) != Expected(audience, relation, block, membership, place, voice, state))
                {
                    wrong.Add($"{audience} × {relation} × block {block} × membership {membership}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(Audiences.Count * (1 + 1 + (7 * 3 * (IsCommunity(place) ? 3 : 1))), rows);
    }

    /// <summary>What is true, said without the code that is asked.</summary>
    private static bool Expected(string audience, string relation, Block block, Membership membership, Place place, Voice voice, State state)
    {
        // Ties and blocks are between names. To a persona everybody is a stranger, also who stands behind it.
        var persona = voice == Voice.Persona;
        var own = relation == "Self" && !persona;
        var member = membership != Membership.None || relation == "Self";
        var said = Cell(audience, persona && relation != "Anonymous" ? "Stranger" : relation);
        var named = said == "x" || (said == "m" && member && IsCommunity(place));
        var inside = place is not (Place.Listed or Place.Hidden) || member;
        return state switch
        {
            State.Deleted => false,
            State.AuthorSuspended => own,
            _ => own || (named && inside && (block == Block.None || persona)),
        };
    }

    private static string Cell(string audience, string relation) => Rows.Single(row => row[0] == audience)[Array.IndexOf(Rows[0], relation)];

    private static bool IsCommunity(Place place) => place is Place.Public or Place.Listed or Place.Hidden;

    private async Task<Topic> Town(Place place, int founder) => place switch
    {
        Place.Public => await town.Community(Openness.Public, founder),
        Place.Listed => await town.Community(Openness.Listed, founder),
        Place.Hidden => await town.Community(Openness.Hidden, founder),
        _ => Topic.News(1),
    };

    /// <summary>One viewer for each relation, block and membership.</summary>
    private async Task<List<(string Relation, Block Block, Membership Membership, int Number)>> Viewers(int author, Topic topic)
    {
        List<(string, Block, Membership, int)> viewers = [("Self", Block.None, Membership.None, author), ("Anonymous", Block.None, Membership.None, 0)];
        var between = await town.Member();
        await town.Befriend(author, between);
        List<int> close = [], grouped = [], former = [];
        var blocks = new List<(int Viewer, Block Block)>();
        foreach (var relation in Rows[0].Skip(1).Except(["Self", "Anonymous"]))
        {
            foreach (var block in Enum.GetValues<Block>())
            {
                foreach (var membership in topic.Kind == TopicKind.Community ? Enum.GetValues<Membership>() : [Membership.None])
                {
                    var viewer = await town.Member();
                    viewers.Add((relation, block, membership, viewer));
                    blocks.Add((viewer, block));
                    await Tie(relation, author, viewer, between);
                    (relation switch { "Close" => close, "Grouped" => grouped, "ExFriend" => former, _ => [] }).Add(viewer);
                    if (membership != Membership.None)
                    {
                        await Join(viewer, membership == Membership.ByPersona ? await town.Persona(viewer, topic) : viewer, topic);
                    }
                }
            }
        }

        await town.Group(author, Posts.Audiences.CloseFriends, [.. close, .. former]);
        await town.Group(author, GroupNumber, [.. grouped, .. former]);
        foreach (var viewer in former)
        {
            await town.Bind(author, Topic.User(viewer), EdgeKind.None);
            await town.Bind(viewer, Topic.User(author), EdgeKind.None);
        }

        foreach (var (viewer, block) in blocks.Where(pair => pair.Block != Block.None))
        {
            await (block == Block.ByViewer ? town.Block(viewer, author) : town.Block(author, viewer));
        }

        return viewers;
    }

    private async Task Tie(string relation, int author, int viewer, int between)
    {
        switch (relation)
        {
            case "Close" or "Grouped" or "Friend" or "ExFriend":
                await town.Befriend(author, viewer);
                break;
            case "FriendOfFriend":
                await town.Befriend(between, viewer);
                break;
            case "Follower":
                await town.Bind(viewer, Topic.User(author), EdgeKind.Follow);
                break;
        }
    }

    /// <summary>Who belongs by a persona only follows under the own number.</summary>
    private async Task Join(int member, int seat, Topic community)
    {
        await town.Bind(seat, community, EdgeKind.Member | EdgeKind.Follow);
        if (seat != member)
        {
            await town.Bind(member, community, EdgeKind.Follow);
        }
    }

    private async Task Enter(State state, int author, IEnumerable<long> posts)
    {
        if (state == State.AuthorSuspended)
        {
            await town.Suspend(author);
        }

        foreach (var post in state == State.Deleted ? posts : [])
        {
            await town.Delete(author, (await town.Posts.Find(post))!.Topic, post);
        }
    }

    /// <summary>Every place, voice and state that there is; personas are in communities only.</summary>
    public static IEnumerable<TheoryDataRow<Place, Voice, State>> All() =>
        from place in Enum.GetValues<Place>()
        from voice in Enum.GetValues<Voice>()
        where voice == Voice.Name || IsCommunity(place)
        from state in Enum.GetValues<State>()
        select new TheoryDataRow<Place, Voice, State>(place, voice, state);
}
