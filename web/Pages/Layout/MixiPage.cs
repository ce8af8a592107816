using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using OrleansMixi.Pages.Data;

namespace OrleansMixi.Pages.Layout;

/// <summary>What all pages have: words, data, and the member who looks. A page draws itself once <see cref="Ready"/>.</summary>
public abstract class MixiPage : ComponentBase
{
    /// <summary>How many posts one page holds; with clipped texts the page stays under 30 KB.</summary>
    protected const int PageSize = 7;

    /// <summary>The words of the interface.</summary>
    [Inject]
    protected IStringLocalizer<Words> T { get; set; } = null!;

    /// <summary>What the page reads.</summary>
    [Inject]
    protected IPageData Data { get; set; } = null!;

    /// <summary>The request.</summary>
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    /// <summary>The signed-in member, or null.</summary>
    protected PageMember? Me { get; private set; }

    /// <summary>The viewer's number; 0 for somebody who is not signed in.</summary>
    protected int Viewer => Me?.Number ?? 0;

    /// <summary>Whether everything is read.</summary>
    protected bool Ready { get; private set; }

    /// <summary>The request went away.</summary>
    protected CancellationToken Stop => Http.RequestAborted;

    /// <summary>This page's own address, to come back to after a form.</summary>
    protected string Here => Http.Request.Path.Value ?? "/";

    [Inject]
    private PageViewer PageViewer { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>Whether a visitor is sent to sign in first.</summary>
    protected virtual bool MembersOnly => false;

    /// <inheritdoc/>
    protected sealed override async Task OnInitializedAsync()
    {
        Me = await PageViewer.Me(Http);
        if (MembersOnly && Me is null)
        {
            Navigation.NavigateTo($"/sign-in?returnUrl={Uri.EscapeDataString(Here + Http.Request.QueryString)}");
            return;
        }

        await Read();
        Ready = true;
    }

    /// <summary>Reads what the page shows.</summary>
    protected virtual Task Read() => Task.CompletedTask;

    /// <summary>Answers 404; the page then draws <c>NotHere</c>.</summary>
    protected void Missing() => Http.Response.StatusCode = StatusCodes.Status404NotFound;

    /// <summary>A number in the reader's manner.</summary>
    protected static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
