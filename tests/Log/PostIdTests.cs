using CsCheck;

namespace OrleansMixi.Log;

public sealed class PostIdTests
{
    [Fact]
    public void An_id_gives_back_its_head_and_its_queue_and_sorts_by_time() =>
        Gen.Select(Gen.Long[0, (1L << 55) - 1], Gen.Int[0, 255], Gen.Long[0, (1L << 55) - 1]).Sample((head, queue, other) =>
        {
            var id = PostId.Compose(head, queue);
            Assert.Equal((head, queue), (PostId.Head(id), PostId.Queue(id)));
            Assert.True(id >= 0);
            Assert.True(head == other || (head < other) == (id < PostId.Compose(other, queue)));
            Assert.True(id == 0 || (PostId.TryParse(PostId.Format(id), out var read) && read == id));
        });

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("+5")]
    [InlineData(" 5")]
    [InlineData("5e3")]
    [InlineData("9223372036854775808")]
    [InlineData("１２３")]
    public void Anything_else_is_no_id(string text) => Assert.False(PostId.TryParse(text, out _));
}
