using Microsoft.Extensions.Options;
using NetVips;

namespace OrleansMixi.Media;

/// <summary>
/// Draws pictures anew: the right way up, at most so large, in sRGB, with nothing beside the pixels (no place, no camera, no
/// text). Bounds are checked on the header, before anything is unpacked.
/// </summary>
internal sealed class PictureMaker : IDisposable
{
    private const int Quality = 84;

    // The loader's own option: given beside, it is not passed on.
    private const string Whole = "fail-on=error";

    private readonly MediaOptions _options;
    private readonly SemaphoreSlim _turns;

    public PictureMaker(IOptions<MediaOptions> options)
    {
        _options = options.Value;
        _turns = new(_options.AtOnce);

        // Only the loaders that are tested against hostile files, and no memory of what was decoded.
        NetVips.NetVips.BlockUntrusted = true;
        Cache.Max = 0;
        NetVips.NetVips.Concurrency = 1;
        NetVips.Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, static (_, _, _) => { });
    }

    /// <summary>
    /// Makes a picture of a file; refuses what is broken or too large. One that was made here before, or could have been,
    /// keeps its bytes if asked: drawing it anew would only lose.
    /// </summary>
    public async Task<MadePicture> Make(Stream content, MediaFormat format, bool asIs, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            var bytes = new byte[content.Length];
            await content.ReadExactlyAsync(bytes, cancellationToken);
            return await Task.Run(() => Make(bytes, format, asIs), cancellationToken);
        }
        catch (VipsException)
        {
            throw Errors.Invalid("file", "The picture is damaged or cut off and can't be read; save it anew and send it again.");
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private MadePicture Make(byte[] bytes, MediaFormat format, bool asIs)
    {
        var (frames, fits) = Check(bytes);
        var moves = frames > 1;
        using var full = Fit(bytes, moves, _options.KeptSide);
        using var small = Fit(bytes, moves: false, _options.SmallSide);
        var height = moves ? full.PageHeight : full.Height;
        var (type, kept) = (format, moves) switch
        {
            (MediaFormat.Jpeg or MediaFormat.Png or MediaFormat.WebP, _) or (MediaFormat.Gif, true) when asIs && fits && BarePicture.Is(bytes, format) =>
                ($"image/{format.ToString().ToLowerInvariant()}", bytes),
            (MediaFormat.Jpeg, _) => ("image/jpeg", full.JpegsaveBuffer(q: Quality, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None)),
            (MediaFormat.Gif, true) => ("image/gif", full.GifsaveBuffer(keep: Enums.ForeignKeep.None)),
            (MediaFormat.WebP, _) => ("image/webp", full.WebpsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None)),
            _ => ("image/png", full.PngsaveBuffer(keep: Enums.ForeignKeep.None)),
        };
        return new(type, kept, small.WebpsaveBuffer(q: Quality - 6, keep: Enums.ForeignKeep.None), full.Width, height);
    }

    /// <summary>How many frames it has, and whether it is as small as what is kept; throws unless everything in its header is within bounds.</summary>
    private (int Frames, bool Fits) Check(byte[] bytes)
    {
        using var header = Image.NewFromBuffer(bytes, access: Enums.Access.Sequential);
        var frames = header.Contains("n-pages") ? (int)header.Get("n-pages") : 1;
        if (header.Width > _options.MaxSide || header.Height > _options.MaxSide)
        {
            throw TooLarge($"{header.Width} × {header.Height} pixels; at most {_options.MaxSide} on a side are taken (Mixi:Media:MaxSide)");
        }

        if (frames > _options.MaxFrames)
        {
            throw TooLarge($"{frames} frames; at most {_options.MaxFrames} are taken (Mixi:Media:MaxFrames)");
        }

        var pixels = (long)header.Width * header.Height * frames;
        return pixels <= _options.MaxPixels
            ? (frames, header.Width <= _options.KeptSide && header.Height <= _options.KeptSide)
            : throw TooLarge($"{pixels} pixels; at most {_options.MaxPixels} are taken (Mixi:Media:MaxPixels)");
    }

    /// <summary>The picture no larger than a square of so many pixels, turned as its maker held it.</summary>
    private static Image Fit(byte[] bytes, bool moves, int side)
    {
        using var fitted = Image.ThumbnailBuffer(
            bytes, side, moves ? $"n=-1,{Whole}" : Whole, height: side, size: Enums.Size.Down, outputProfile: "srgb");
        return fitted.Format == Enums.BandFormat.Uchar ? fitted.CopyMemory() : fitted.Cast(Enums.BandFormat.Uchar).CopyMemory();
    }

    private static MixiException TooLarge(string what) => new("too-large", $"The picture has {what}. Make it smaller and send it again.", "file");
}
