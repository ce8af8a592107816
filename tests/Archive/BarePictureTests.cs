using OrleansMixi.Media;

namespace OrleansMixi.Archive;

public sealed class BarePictureTests
{
    public static TheoryData<string> Endings => [".jpg", ".png", ".webp", ".gif"];

    [Theory, MemberData(nameof(Endings))]
    public async Task What_was_drawn_here_is_bare_and_keeps_its_bytes(string ending)
    {
        using var maker = new PictureMaker(Options.Create(new MediaOptions()));
        var source = ending == ".gif" ? Pixels.Moving(3) : Pixels.Of(ending, 900, 2_000);
        var made = await maker.Make(new MemoryStream(source), MediaFormats.Of(source), asIs: false, CancellationToken.None);
        Assert.True(BarePicture.Is(made.Full, MediaFormats.Of(made.Full)));
        var again = await maker.Make(new MemoryStream(made.Full), MediaFormats.Of(made.Full), asIs: true, CancellationToken.None);
        Assert.Equal((made.Type, made.Width, made.Height), (again.Type, again.Width, again.Height));
        Assert.Equal(made.Full, again.Full);
    }

    [Theory, MemberData(nameof(Endings))]
    public async Task What_holds_more_than_a_picture_or_less_is_not_bare(string ending)
    {
        using var maker = new PictureMaker(Options.Create(new MediaOptions()));
        var source = ending == ".gif" ? Pixels.Moving(3) : Pixels.Of(ending);
        var bare = (await maker.Make(new MemoryStream(source), MediaFormats.Of(source), asIs: false, CancellationToken.None)).Full;
        var format = MediaFormats.Of(bare);
        Assert.False(BarePicture.Is([.. bare, .. "<script>"u8], format));
        Assert.All(Enumerable.Range(0, Math.Min(bare.Length, 2_000)), length => Assert.False(BarePicture.Is(bare.AsSpan(0, length), format)));
    }

    [Fact]
    public void What_tells_of_place_and_camera_is_not_bare() => Assert.False(BarePicture.Is(Pixels.FromTelephone(), MediaFormat.Jpeg));

    [Fact]
    public async Task A_picture_that_is_larger_than_what_is_kept_is_drawn_anew()
    {
        using var maker = new PictureMaker(Options.Create(new MediaOptions { KeptSide = 100 }));
        var made = await maker.Make(new MemoryStream(Pixels.Of(".png", 50, 200)), MediaFormat.Png, asIs: true, CancellationToken.None);
        Assert.Equal((25, 100), (made.Width, made.Height));
    }
}
