using Microsoft.AspNetCore.Components;
using OrleansMixi.Communities;
using OrleansMixi.Pages.Layout;

namespace OrleansMixi.Pages.Communities;

/// <summary>What all pages of one community have: its head, or 404 as if there were none.</summary>
public abstract class RoomPage : MixiPage
{
    /// <summary>The community's name in addresses.</summary>
    [Parameter]
    public string Slug { get; set; } = "";

    /// <summary>What the pages read.</summary>
    [Inject]
    protected ICommunityPages Rooms { get; set; } = null!;

    /// <summary>The head; null when there is no such community for the viewer.</summary>
    protected CommunityView? Head { get; private set; }

    /// <summary>How the viewer stands to it.</summary>
    protected StandingView? Standing => Head?.Standing;

    /// <summary>The community's own address.</summary>
    protected string Home => $"/community/{Head?.Slug ?? Slug}";

    /// <inheritdoc/>
    protected sealed override async Task Read()
    {
        Head = await Rooms.Head(Viewer, Slug);
        if (Head is null)
        {
            Missing();
            return;
        }

        await ReadRoom();
    }

    /// <summary>Reads what stands below the head.</summary>
    protected virtual Task ReadRoom() => Task.CompletedTask;

    /// <summary>Whether the viewer may do a thing as staff.</summary>
    protected bool May(string right) => Standing?.Rights.Contains(right) ?? false;
}
