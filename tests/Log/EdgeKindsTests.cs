namespace OrleansMixi.Log;

public sealed class EdgeKindsTests
{
    [Theory]
    [InlineData(EdgeKind.Friend, true)]
    [InlineData(EdgeKind.Friend | EdgeKind.Follow, true)]
    [InlineData(EdgeKind.Follow, false)]
    [InlineData(EdgeKind.None, false)]
    [InlineData(EdgeKind.Friend | EdgeKind.Block, false)]
    [InlineData(EdgeKind.Friend | EdgeKind.Blocked, false)]
    [InlineData(EdgeKind.Block, false)]
    public void A_block_on_either_side_lets_what_else_binds_two_rest(EdgeKind edge, bool friends) =>
        Assert.Equal(friends, edge.Holds(EdgeKind.Friend));
}
