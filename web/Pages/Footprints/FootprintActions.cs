using Microsoft.AspNetCore.Mvc;
using OrleansMixi.Footprints;
using OrleansMixi.Pages.Actions;

namespace OrleansMixi.Pages.Footprints;

/// <summary>The endpoints behind the page of footprints.</summary>
internal static class FootprintActions
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/actions/footprints/take-back", TakeBack).ExcludeFromDescription();
        routes.MapGet("/footprints/rows", Rows).ExcludeFromDescription();
    }

    private static Task<IResult> TakeBack(HttpContext http, FormRunner forms, [FromServices] FootprintPages pages) =>
        forms.Run(http, async (me, form) =>
        {
            try
            {
                await pages.TakeBack(me.Number, form["id"].ToString());
                return new("footprint-taken");
            }
            catch (MixiException refusal) when (refusal.Code == "conflict")
            {
                return new("footprints-used-up");
            }
        });

    private static Task<IResult> Rows(HttpContext http, FragmentRunner fragments, [FromServices] FootprintPages pages) =>
        fragments.Run<FootprintRows>(http, async me => new()
        {
            ["List"] = await pages.Visitors(me.Number, null, 30),
            ["Path"] = "/footprints",
            ["Self"] = me.Number,
        });
}
