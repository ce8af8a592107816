namespace OrleansMixi.Media;

/// <summary>The refusals of uploads, with what to do.</summary>
internal static class MediaLimits
{
    /// <summary>One file is too large.</summary>
    public static MixiException TooLarge(long bytes, long most, bool video) => new(
        "too-large", $"The file has {bytes} bytes; at most {most} are taken (Mixi:Media:{(video ? "MaxVideoBytes" : "MaxPictureBytes")}).", "file");

    private const string NoRoom = "Your room for pictures is full";

    /// <summary>Whether a refusal ends when the member makes room, or gets Premium.</summary>
    public static bool MayEnd(MixiException refusal) => refusal.Code == "forbidden" || refusal.Message.StartsWith(NoRoom, StringComparison.Ordinal);

    /// <summary>The member's room is full.</summary>
    public static MixiException Full(long used, long room, bool premium) => new(
        "too-large",
        $"{NoRoom}: {used} of {room} bytes are used ({(premium ? "Mixi:Media:PremiumBytes" : "Mixi:Media:FreeBytes; Premium has more")}). Remove some pictures, then send this one again.",
        "file");
}
