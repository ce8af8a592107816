namespace OrleansMixi.Pages.Shell;

/// <summary>Pictures that members chose for themselves.</summary>
public interface IFaces
{
    /// <summary>The answer with a member's own picture; null if the one made from the handle is to be shown.</summary>
    ValueTask<IResult?> Find(HttpContext http, string handle);
}
