using System.Xml.Linq;
using OrleansMixi.Pages.Shell;

namespace OrleansMixi.Pages;

public sealed class AvatarTests
{
    [Fact]
    public void A_handle_always_has_the_same_picture_and_pictures_differ()
    {
        Assert.Equal(Avatar.Svg("hanako"), Avatar.Svg("hanako"));
        var pictures = Enumerable.Range(0, 400).Select(i => Avatar.Svg($"member{i}")).ToList();
        Assert.All(pictures, picture => Assert.NotNull(XDocument.Parse(picture).Root));
        Assert.InRange(pictures.Distinct().Count(), 120, 200);
    }

    [Fact]
    public async Task A_picture_may_be_kept_and_only_handles_have_one()
    {
        await using var host = await PagesHost.Start(null);
        using var reader = new Browse(host);
        var answer = await reader.Get("/avatar/hanako.svg");
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("stale-while-revalidate=604800", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await reader.Get("/avatar/%3Cscript%3E.svg")).StatusCode);
    }
}
