using Microsoft.Extensions.Options;
using OrleansMixi.Media;
using OrleansMixi.Posts;

namespace OrleansMixi.Archive;

/// <summary>What a member asks for about archives, the same from the API and from the page.</summary>
internal sealed class ArchiveDesk(ArchiveJobStore jobs, ArchiveChunks chunks, ArchiveIntake intake, ArchiveKeptStore kept, OwnMedia media, MediaSweep sweep, BlogStore blogs, IOptions<ArchiveOptions> options)
{
    /// <summary>Where an archive is fetched.</summary>
    public const string DownloadPath = "/api/me/archive/download";

    /// <summary>Bytes of an upload.</summary>
    public long MaxBytes => options.Value.MaxBytes;

    public async Task<ArchiveJobView> Export(int member) =>
        View(await jobs.Begin(member, ArchiveJobKind.Export) ?? throw Errors.Conflict("An export or import of yours is under way; wait for its end."), []);

    public async Task<ArchiveJobView> Import(int member, Stream file, CancellationToken cancellationToken)
    {
        var job = await intake.Receive(member, file, cancellationToken);
        return View(await jobs.Newest(member, ArchiveJobKind.Import) ?? job, []);
    }

    public async Task<ArchiveView> State(int member)
    {
        var export = await jobs.Newest(member, ArchiveJobKind.Export);
        return new(export is null ? null : View(export, []), await jobs.Fetchable(member) is null ? null : DownloadPath, await Imported(member), new(await kept.Count(member), await media.KeptBytes(member)));
    }

    /// <summary>The newest import with its notes; null if there is none.</summary>
    public async Task<ArchiveJobView?> Imported(int member) =>
        await jobs.Newest(member, ArchiveJobKind.Import) is { } job ? View(job, await jobs.Notes(job.Id)) : null;

    /// <summary>The newest finished archive; null if there is none.</summary>
    public async Task<Stream?> Open(int member) => await jobs.Fetchable(member) is { } job ? new ChunkReadStream(chunks, job.Id, job.Bytes) : null;

    /// <summary>Forgets what imports kept; its room is free soon.</summary>
    public async Task ForgetKept(int member)
    {
        await kept.Forget(member);
        await media.ForgetKept(member);
        sweep.Ring();
    }

    public async Task<IReadOnlyList<BlogView>> Blogs(int member) =>
        [.. (await blogs.Of(member)).Select(blog => new BlogView(blog.Url, PostWords.Of(blog.Audience), Moment(blog.Next), blog.Items, blog.Problem))];

    public async Task SetBlog(int member, string? url, string? audience)
    {
        var address = url?.Trim() ?? "";
        if (address.Length > PostRules.MaxLink || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw Errors.Invalid("url", "'url' is not an http or https address; give the address of the blog's RSS or Atom feed.");
        }

        var who = PostWords.AudienceOf(audience is { Length: 0 } ? null : audience) ?? Audience.Everyone;
        if (who is not (Audience.Everyone or Audience.FriendsOfFriends or Audience.Friends or Audience.Me))
        {
            throw Errors.Invalid("audience", "The 'audience' of a blog is 'everyone', 'friends-of-friends', 'friends' or 'me'.");
        }

        if (!await blogs.Set(member, uri.AbsoluteUri, who))
        {
            throw Errors.Conflict($"You have {options.Value.Blogs} blogs (Mixi:Archive:Blogs); remove one first.");
        }
    }

    public Task RemoveBlog(int member, string url) => blogs.Remove(member, url);

    private static ArchiveJobView View(ArchiveJob job, IReadOnlyList<ArchiveNote> notes) => new(
        job.State.ToString().ToLowerInvariant(), Moment(job.Created), job.Finished == 0 ? null : Moment(job.Finished), Moment(job.Expires), job.Bytes, job.Lines,
        job.Added, job.Present, job.Kept, job.Skipped, job.Refused, job.Problem, job.Detail, notes);

    private static DateTimeOffset Moment(long unixMs) => DateTimeOffset.FromUnixTimeMilliseconds(unixMs);
}
