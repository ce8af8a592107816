using System.Diagnostics.CodeAnalysis;
using Dapper;
using Microsoft.Extensions.Options;
using OrleansMixi.Log;
using OrleansMixi.Storage;

namespace OrleansMixi.Members;

/// <summary>Members by number and by handle, in this host's memory and kept true by the log.</summary>
public sealed class AuthorStore(Database database, IOptions<LogOptions> options) : ILogFollower
{
    private const string Select = "select number, handle, nickname, bot, suspended, picture from members";

    private readonly GenerationCache<int, Author> _authors = new(options.Value.CachedPosts);

    // Handles are never given twice, so this needs no forgetting.
    private readonly GenerationCache<string, int> _numbers = new(options.Value.CachedPosts);
    /// <summary>Counts changes of members; whoever caches what was made from an author asks it.</summary>
    public long Changes => _authors.Removals;

    /// <summary>Finds a member in memory.</summary>
    public bool TryGet(int number, [MaybeNullWhen(false)] out Author author) => _authors.TryGet(number, out author);

    /// <summary>One member; null if there is none.</summary>
    public async ValueTask<Author?> Find(int number) =>
        _authors.TryGet(number, out var author) ? author : (await Get([number])).GetValueOrDefault(number);

    /// <summary>The member of a handle in its folded spelling; null if there is none.</summary>
    public async ValueTask<Author?> Find(string handle)
    {
        if (_numbers.TryGet(handle, out var number))
        {
            return await Find(number);
        }

        var author = (await Load($"{Select} where handle = @handle", new { handle })).SingleOrDefault();
        if (author is not null)
        {
            _numbers.Set(handle, author.Number);
        }

        return author;
    }

    /// <summary>Members by number; unknown ones are absent.</summary>
    public async ValueTask<IReadOnlyDictionary<int, Author>> Get(IEnumerable<int> numbers)
    {
        var found = new Dictionary<int, Author>();
        var missing = new HashSet<long>();
        foreach (var number in numbers)
        {
            if (_authors.TryGet(number, out var author))
            {
                found[number] = author;
            }
            else
            {
                missing.Add(number);
            }
        }

        if (missing.Count > 0)
        {
            foreach (var author in await Load($"{Select} join {database.Rows("ids")} on ids.id = number", new { ids = database.List(missing) }))
            {
                found[author.Number] = author;
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public void Applied(Activity entry)
    {
        if (entry.Header.Kind == ActivityKind.Member)
        {
            _authors.Remove(entry.Header.Author);
        }
    }

    private async Task<List<Author>> Load(string sql, object parameters)
    {
        var stamp = Changes;
        await using var connection = await database.Open();
        var rows = await connection.QueryAsync<AuthorRow>(sql, parameters);
        var authors = rows.Select(row => new Author(row.Number, row.Handle, row.Nickname, row.Bot != 0, row.Suspended != 0, row.Picture)).ToList();
        authors.ForEach(author => _authors.Offer(author.Number, author, stamp));
        return authors;
    }

    private sealed class AuthorRow
    {
        public int Number { get; set; }

        public string Handle { get; set; } = "";

        public string Nickname { get; set; } = "";

        public int Bot { get; set; }

        public int Suspended { get; set; }

        public long Picture { get; set; }
    }
}
