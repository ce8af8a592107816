using Microsoft.Extensions.Options;
using OrleansMixi.Members;

namespace OrleansMixi.Archive;

/// <summary>
/// Whether an archive belongs to somebody else of this town. A handle alone says nothing, another town has its own ones; but
/// posts or albums that are here and belong to whom the archive names do: such a one only that member imports.
/// </summary>
internal sealed class ArchiveOwnership(AuthorStore authors, OwnPosts own, ArchiveSources sources, IOptions<ArchiveOptions> options)
{
    private const int Looked = 500;

    public async Task Check(ArchiveOwner owner, string handle, Func<string, Stream?> open)
    {
        if (await authors.Find(handle) is not { } named || named.Number == owner.Member)
        {
            return;
        }

        var posts = await First<PostLine>(open("posts.jsonl"));
        var present = await own.First([.. (await own.Find(named.Number, [.. posts.Select(line => line.Id)])).Values]);
        var dates = posts.Select(line => line.Published).ToHashSet();
        var albums = await First<AlbumLine>(open("albums.jsonl"));
        if (present.Values.Any(post => dates.Contains(ArchiveTime.Text(post.Published))) || (await sources.Find(named.Number, SourceKind.Album, [.. albums.Select(line => line.Id)])).Count > 0)
        {
            throw new ArchiveException("owner", $"This is the archive of @{handle}, who is a member here; only that member can import it.");
        }
    }

    private async Task<IReadOnlyList<TLine>> First<TLine>(Stream? file)
    {
        var found = new List<TLine>();
        await using var _ = file;
        var lines = file is null ? AsyncEnumerable.Empty<byte[]?>() : LineReader.Read(file, options.Value.MaxLine);
        await foreach (var line in lines.Take(Looked))
        {
            try
            {
                found.AddRange(line is null ? [] : [ArchiveJson.Read<TLine>(line)]);
            }
            catch (MixiException)
            {
                // It is refused with its number when its turn comes.
            }
        }

        return found;
    }
}
