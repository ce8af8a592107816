namespace OrleansMixi.Posts;

public sealed class AudiencesTests
{
    [Fact]
    public void Every_group_has_an_audience_of_its_own_and_is_found_by_it()
    {
        var audiences = Enumerable.Range(0, Audiences.MaxGroup + 1).Select(Audiences.Group).ToList();
        Assert.Equal(audiences.Count, audiences.Distinct().Count());
        Assert.Equal(Enumerable.Range(0, Audiences.MaxGroup + 1), audiences.Select(Audiences.GroupOf));
        Assert.Equal(Audience.Close, Audiences.Group(Audiences.CloseFriends));
    }

    [Theory]
    [InlineData(Audience.Everyone)]
    [InlineData(Audience.Friends)]
    [InlineData(Audience.FriendsOfFriends)]
    [InlineData(Audience.Members)]
    [InlineData(Audience.Me)]
    [InlineData(Audience.Removed)]
    [InlineData(Audience.FirstGroup)]
    public void An_audience_that_is_no_group_names_none(Audience audience) => Assert.Equal(-1, Audiences.GroupOf(audience));
}
