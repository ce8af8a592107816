
namespace OrleansMixi.Hammer;

public sealed class BooksTests
{
    private static readonly IReadOnlySet<long> _nothing = new HashSet<long>();

    // Reader 0 is member 0 and follows member 1; reader 1 is member 1 and follows nobody.
    private readonly Books _books = new([new HashSet<int> { 0, 1 }, new HashSet<int> { 1 }]);

    [Fact]
    public void A_post_is_expected_by_the_author_and_by_each_reader_who_follows()
    {
        Post(10, author: 0);
        Post(11, author: 1);
        var settled = _books.Close();

        Assert.Equal(3, _books.Tally().Expected);
        Assert.Equal(3, _books.Tally().Pending);
        Assert.False(settled.IsCompleted);
    }

    [Fact]
    public void The_books_settle_with_the_last_arrival_and_are_clean()
    {
        Arrive(0, 10, author: 1);
        Post(10, author: 1);
        var settled = _books.Close();
        Assert.False(settled.IsCompleted);

        Arrive(1, 10, author: 1);

        Assert.True(settled.IsCompleted);
        Assert.Equal(new(2, 2, 0, 0, 0, 0, 0, 0, 0), _books.Tally());
        Assert.True(_books.Tally().Clean);
    }

    [Fact]
    public void A_second_arrival_of_an_id_is_duplicated_and_not_delivered_twice()
    {
        Post(10, author: 0);
        Arrive(0, 10, author: 0);
        Arrive(0, 10, author: 0);
        _ = _books.Close();

        Assert.Equal((1, 1), (_books.Tally().Delivered, _books.Tally().Duplicated));
        Assert.False(_books.Tally().Clean);
    }

    [Fact]
    public void Posts_of_one_author_that_come_swapped_are_one_out_of_order()
    {
        Post(10, author: 0);
        Post(11, author: 0);
        Arrive(0, 11, author: 0);
        Arrive(0, 10, author: 0);
        _ = _books.Close();

        Assert.Equal(1, _books.Tally().OutOfOrder);
        Assert.Equal(2, _books.Tally().Delivered);
    }

    [Fact]
    public void Posts_of_two_authors_have_no_order_between_them()
    {
        Arrive(0, 11, author: 0);
        Arrive(0, 10, author: 1);

        Assert.Equal(0, _books.Tally().OutOfOrder);
    }

    [Fact]
    public void A_post_from_a_member_the_reader_does_not_follow_is_unexpected()
    {
        Arrive(1, 10, author: 0);

        Assert.Equal(1, _books.Tally().Unexpected);
        Assert.False(_books.Tally().Clean);
    }

    [Fact]
    public void A_post_that_was_never_answered_counts_nowhere()
    {
        Arrive(0, 10, author: 0);
        var settled = _books.Close();

        Assert.True(settled.IsCompleted);
        Assert.Equal(new(0, 0, 0, 0, 0, 0, 0, 0, 0), _books.Tally());
    }

    [Fact]
    public void What_is_left_out_without_a_word_is_lost_even_if_the_timeline_has_it()
    {
        Post(10, author: 0);
        _ = _books.Close();
        _books.Judge(0, new HashSet<long> { 10 }, complete: true);

        Assert.Equal(1, _books.Tally().Lost);
        Assert.Contains("post 10", Assert.Single(_books.Faults()));
    }

    [Fact]
    public void What_an_announced_gap_left_out_is_gapped_if_the_timeline_has_it()
    {
        Post(10, author: 0);
        _books.Announce(0);
        _ = _books.Close();
        _books.Judge(0, new HashSet<long> { 10 }, complete: true);

        Assert.Equal(new(1, 0, 0, 1, 0, 0, 0, 0, 0), _books.Tally());
        Assert.True(_books.Tally().Clean);
    }

    [Fact]
    public void What_an_announced_gap_left_out_is_lost_if_the_timeline_has_it_not()
    {
        Post(10, author: 0);
        _books.Announce(0);
        _ = _books.Close();
        _books.Judge(0, _nothing, complete: true);

        Assert.Equal(1, _books.Tally().Lost);
    }

    [Fact]
    public void What_a_half_read_timeline_cannot_tell_stays_pending_and_is_not_clean()
    {
        Post(10, author: 0);
        _books.Announce(0);
        _ = _books.Close();
        _books.Judge(0, _nothing, complete: false);

        Assert.Equal(1, _books.Tally().Pending);
        Assert.True(_books.Tally().Balances);
        Assert.False(_books.Tally().Clean);
    }

    [Fact]
    public void A_gap_announced_after_the_authors_next_post_excuses_nothing_before_it()
    {
        Post(10, author: 0);
        Post(11, author: 0);
        Arrive(0, 11, author: 0);
        _books.Announce(0);
        _ = _books.Close();
        _books.Judge(0, new HashSet<long> { 10, 11 }, complete: true);

        Assert.Equal((1, 0), (_books.Tally().Lost, _books.Tally().Gapped));
    }

    [Fact]
    public void A_gap_announced_before_the_authors_previous_post_excuses_nothing_after_it()
    {
        Post(10, author: 0);
        Post(11, author: 0);
        _books.Announce(0);
        Arrive(0, 10, author: 0);
        _ = _books.Close();
        _books.Judge(0, new HashSet<long> { 10, 11 }, complete: true);

        Assert.Equal((1, 0), (_books.Tally().Lost, _books.Tally().Gapped));
    }

    [Fact]
    public void A_gap_of_one_reader_excuses_nothing_at_another()
    {
        Post(10, author: 1);
        _books.Announce(0);
        _ = _books.Close();
        _books.Judge(0, new HashSet<long> { 10 }, complete: true);
        _books.Judge(1, new HashSet<long> { 10 }, complete: true);

        Assert.Equal((1, 1), (_books.Tally().Lost, _books.Tally().Gapped));
    }

    [Fact]
    public void Two_posts_answered_with_one_id_are_refused()
    {
        Post(10, author: 0);

        Assert.False(_books.Acknowledge(new(10, 1, TimeSpan.Zero, TimeSpan.Zero, true)));
    }

    private void Post(long id, int author) =>
        Assert.True(_books.Acknowledge(new(id, author, TimeSpan.Zero, TimeSpan.Zero, true)));

    private void Arrive(int reader, long id, int author) => _books.Arrive(reader, id, author, TimeSpan.Zero);
}
