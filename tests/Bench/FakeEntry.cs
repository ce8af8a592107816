namespace OrleansMixi.Hammer;

/// <summary>One entry of a fake stream: a post, or a gap where the author is null.</summary>
internal sealed record FakeEntry(long Id, string? Author)
{
    public object Item => new { post = new { id = $"{Id}", author = new { handle = Author } }, reason = new[] { $"user:{Author}" } };
}
