using OrleansMixi.Hosting;

namespace OrleansMixi.Friends;

public sealed class FriendLimitTests : FriendLimitConformance
{
    private readonly TempDatabase _database = new();

    protected override Task<string> CreateDatabase() => Task.FromResult(_database.ConnectionString);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _database.Dispose();
    }
}
