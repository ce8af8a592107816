using OrleansMixi.Posts;

namespace OrleansMixi.Messages;

public sealed class MessageVisibilityTests
{
    private const int Other = 2, Blocked = 3;

    [Theory]
    [InlineData(6, Other, 0, true)]
    [InlineData(5, Other, 0, false)]
    [InlineData(4, Other, 0, false)]
    [InlineData(6, Blocked, 0, false)]
    [InlineData(6, Other, Blocked, false)]
    [InlineData(6, Blocked, Blocked, false)]
    [InlineData(4, Blocked, 0, false)]
    [InlineData(4, Other, Blocked, false)]
    public void A_participant_sees_what_came_after_the_own_coming_and_nothing_across_a_block(int number, int author, int target, bool seen)
    {
        var viewer = Viewer.Anonymous with { Member = 1, Blocks = new HashSet<int> { Blocked } };
        Assert.Equal(seen, MessageVisibility.CanSee(viewer, 5, new(1, number, author, MessageKind.Text, target, "x", null, 0, 0)));
    }
}
