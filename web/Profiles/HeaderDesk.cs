using OrleansMixi.Media;

namespace OrleansMixi.Profiles;

/// <summary>The picture on top of one's own page: a loose upload becomes it, and the one before is given up.</summary>
internal sealed class HeaderDesk(IGrainFactory grains, LookRights rights, MediaPlaces places, MediaSweep sweep)
{
    /// <summary>Puts a loose picture of the member on top.</summary>
    public async Task Choose(int member, long picture)
    {
        if (!await rights.Of(member))
        {
            throw LookRights.Missing();
        }

        if (!await places.ToHeader(member, picture))
        {
            throw Errors.Invalid("header", "'header' is the id of a picture that you uploaded and that belongs to nothing yet (POST /api/media).");
        }

        await Keep(member, picture);
    }

    /// <summary>Takes the picture away; nobody needs a plan for that.</summary>
    public async Task Clear(int member)
    {
        await Keep(member, 0);
        await places.ClearHeader(member);
        sweep.Ring();
    }

    private async Task Keep(int member, long picture)
    {
        var grain = grains.GetGrain<IProfileGrain>(member);
        var old = await grain.Read();
        await grain.Change(old with { Look = old.Look with { Header = picture } });
        sweep.Ring();
    }
}
