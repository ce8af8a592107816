using NetVips;

namespace OrleansMixi.Media;

/// <summary>Pictures made up for tests.</summary>
internal static class Pixels
{
    /// <summary>A picture of one colour with a lighter left half, in the format of an ending such as <c>.jpg</c>.</summary>
    public static byte[] Of(string ending, int width = 400, int height = 300)
    {
        using var left = Plain(width / 2, height, 220);
        using var right = Plain(width - (width / 2), height, 30);
        using var both = left.Join(right, Enums.Direction.Horizontal);
        return both.WriteToBuffer(ending);
    }

    /// <summary>A photograph as a telephone makes it: lying, marked to be turned, with its place and camera.</summary>
    public static byte[] FromTelephone()
    {
        using var left = Plain(200, 300, 220);
        using var right = Plain(200, 300, 30);
        using var both = left.Join(right, Enums.Direction.Horizontal);
        using var marked = both.Mutate(image =>
        {
            image.Set(GValue.GIntType, "orientation", 6);
            image.Set(GValue.GStrType, "exif-ifd0-Model", "SecretCamera 9000");
            image.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "35/1 41/1 22/1");
        });
        return marked.JpegsaveBuffer();
    }

    /// <summary>A moving picture of so many frames.</summary>
    public static byte[] Moving(int frames, int side = 60)
    {
        var images = Enumerable.Range(0, frames).Select(number => Plain(side, side, number % 2 * 100)).ToArray();
        using var strip = Image.Arrayjoin(images, across: 1);
        using var paged = strip.Mutate(image => image.Set(GValue.GIntType, "page-height", side));
        return paged.GifsaveBuffer();
    }

    /// <summary>A few kilobytes that unpack to gigabytes.</summary>
    public static byte[] Bomb()
    {
        using var black = Image.Black(15_000, 15_000);
        return black.PngsaveBuffer(compression: 9);
    }

    /// <summary>A square that no format makes small.</summary>
    public static byte[] Noise(int side)
    {
        using var noise = NetVips.Image.Gaussnoise(side, side, sigma: 60, mean: 128, seed: 7);
        using var grey = noise.Cast(NetVips.Enums.BandFormat.Uchar);
        return grey.PngsaveBuffer();
    }

    /// <summary>Reads what was served.</summary>
    public static Image Read(byte[] bytes) => Image.NewFromBuffer(bytes);

    private static Image Plain(int width, int height, int shade)
    {
        using var black = Image.Black(width, height, bands: 3);
        using var grey = black + shade;
        return grey.Cast(Enums.BandFormat.Uchar).CopyMemory();
    }
}
