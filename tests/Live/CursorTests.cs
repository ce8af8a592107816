using CsCheck;

namespace OrleansMixi.Live;

public sealed class CursorTests
{
    private static readonly Gen<long[]> Vectors = Gen.Long[0, long.MaxValue].Array[1, 256];

    [Fact]
    public void A_cursor_comes_back_as_it_went_out() =>
        Gen.Select(Gen.Long, Vectors).Sample((epoch, vector) =>
        {
            Assert.True(Cursor.TryDecode(new Cursor(epoch, vector).Encode(), out var read));
            Assert.Equal(epoch, read.Epoch);
            Assert.Equal(vector, read.Vector);
        });

    [Fact]
    public void Whatever_else_comes_is_refused_without_a_fault() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char.AlphaNumeric, 0, 400], Gen.Byte.Array[0, 300].Select(bytes => System.Buffers.Text.Base64Url.EncodeToString(bytes)))
            .Sample(text => Assert.True(!Cursor.TryDecode(text, out var read) || read.Encode() == text));

    [Fact]
    public void A_cursor_fits_its_own_database_up_to_its_heads_and_nothing_else() =>
        Gen.Select(Gen.Long, Vectors, Gen.Int[0, 255], Gen.Bool).Sample((epoch, vector, place, ahead) =>
        {
            var heads = (long[])vector.Clone();
            var queue = place % heads.Length;
            heads[queue] = ahead ? heads[queue] - 1 : Math.Max(heads[queue], heads[queue] / 2);
            var cursor = new Cursor(epoch, vector);
            Assert.Equal(!ahead, cursor.Fits(epoch, heads));
            Assert.False(cursor.Fits(epoch + 1, heads));
            Assert.False(cursor.Fits(epoch, [.. heads, 1]));
        });
}
