using OrleansMixi.Friends;
using OrleansMixi.Log;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>Friends and communities of an imported archive that are here under the same name: nobody becomes a friend by an import, but one may ask.</summary>
internal sealed class ArchiveSuggestions(ArchiveKeptStore kept, TopicNames names, EdgeStore edges)
{
    private const int Most = 100;
    private const int MostLooked = 2_000;

    private static readonly (string Part, string Was, EdgeKind Kind)[] Parts =
        [("friends", "friend", EdgeKind.Friend), ("communities", "community", EdgeKind.Member), ("follows", "follow", EdgeKind.Follow)];

    public async Task<IReadOnlyList<SuggestionView>> Of(int member)
    {
        var found = new List<SuggestionView>();
        foreach (var (part, was, kind) in Parts)
        {
            await foreach (var (name, _) in kept.Of(member, part).Take(MostLooked))
            {
                if (found.Count < Most && await IsHere(member, name, kind))
                {
                    found.Add(new(name, was));
                }
            }
        }

        return found;
    }

    private async Task<bool> IsHere(int member, string name, EdgeKind kind) =>
        TopicName.TryParse(name, out var topic) && await names.Find(topic) is { } here && here != Topic.User(member)
        && (await edges.Between(member, here) & (kind | EdgeKinds.AnyBlock)) == 0;
}
