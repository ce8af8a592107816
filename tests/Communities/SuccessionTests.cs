using Microsoft.Extensions.Time.Testing;

namespace OrleansMixi.Communities;

public sealed class SuccessionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(90);

    [Fact]
    public void A_founder_is_gone_after_ninety_days_without_a_word()
    {
        var time = new FakeTimeProvider();
        var seen = time.GetUtcNow();
        Assert.False(IsGone());
        time.Advance(Patience - TimeSpan.FromMinutes(1));
        Assert.False(IsGone());
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(IsGone());

        bool IsGone() => Succession.IsGone(7, suspended: false, seen, Patience, time.GetUtcNow());
    }

    [Theory]
    [InlineData(0, false, true)]
    [InlineData(7, true, true)]
    [InlineData(7, false, false)]
    public void A_founder_is_gone_when_there_is_none_or_the_account_is_suspended(int founder, bool suspended, bool gone)
    {
        var now = new FakeTimeProvider().GetUtcNow();
        Assert.Equal(gone, Succession.IsGone(founder, suspended, now, Patience, now));
    }

    [Theory]
    [InlineData(true, true, true, true, true)]
    [InlineData(true, true, false, true, false)]
    [InlineData(true, true, false, false, true)]
    [InlineData(true, false, false, false, false)]
    [InlineData(false, true, true, true, false)]
    public void A_moderator_may_take_an_empty_head_and_any_member_where_there_is_no_moderator(bool gone, bool member, bool moderator, bool any, bool may) =>
        Assert.Equal(may, Succession.MayClaim(gone, member, moderator, any));

    [Fact]
    public void The_longest_serving_moderator_follows_a_founder_who_leaves()
    {
        Assert.Equal(3, Succession.Heir(1, [(1, CommunityRights.All), (3, CommunityRights.Bar), (2, CommunityRights.All)]));
        Assert.Equal(0, Succession.Heir(1, []));
    }
}
