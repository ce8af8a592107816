namespace OrleansMixi.Pages.Shell;

/// <summary>A town in which everybody has the picture made from the handle.</summary>
internal sealed class NoFaces : IFaces
{
    public ValueTask<IResult?> Find(HttpContext http, string handle) => default;
}
