using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>What the member asked others for and waits for. An import asks nobody again.</summary>
internal sealed class RequestsPart(OwnRequests requests, AuthorStore authors, TimeProvider time) : ReadingPart<RequestLine>("requests")
{
    private const string Friend = "Offer";
    private const string Follow = "Follow";
    private const int MaxText = 10_000;

    protected override async IAsyncEnumerable<RequestLine> Lines(ArchiveOwner owner)
    {
        var rows = await requests.Of(owner.Member);
        var handles = await authors.Get(rows.Select(row => row.Member));
        foreach (var row in rows.Where(row => handles.ContainsKey(row.Member)).OrderBy(row => row.Created))
        {
            yield return new(row.Message is null ? Follow : Friend, ArchiveTime.Text(row.Created), $"user:{handles[row.Member].Handle}", row.Message is { Length: > 0 } words ? words : null);
        }
    }

    protected override string Key(RequestLine line) => $"{ArchiveTime.Key(ArchiveTime.Read("published", line.Published))}|{line.Type} {line.Object}";

    protected override void Check(RequestLine line)
    {
        ArchiveTime.Check("published", ArchiveTime.Read("published", line.Published), time);
        TopicPart.Check(line.Object, TopicKind.User);
        PostRules.Text("content", line.Content, MaxText);
        if (line.Type is not (Friend or Follow))
        {
            throw Errors.Invalid("type", $"'type' is '{Friend}' or '{Follow}'.");
        }
    }
}
