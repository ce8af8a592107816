using OrleansMixi.Members;
using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>Numbers of members become people as clients see them; those who are gone are absent.</summary>
internal sealed class People(AuthorStore authors)
{
    public async Task<IReadOnlyDictionary<int, AuthorView>> Of(IEnumerable<int> numbers) =>
        (await authors.Get(numbers.Where(number => number != 0).Distinct())).Values
            .Where(author => !author.Suspended).ToDictionary(author => author.Number, author => new AuthorView(author.Handle, author.Nickname, author.Bot));

    public async Task<AuthorView?> Of(int number) => (await Of([number])).GetValueOrDefault(number);

    /// <summary>The number behind a handle; refused as not found if there is none.</summary>
    public async Task<int> Find(string handle) =>
        Handle.Fold(handle) is { } folded && await authors.Find(folded) is { } author ? author.Number : throw Errors.NotFound("member");
}
