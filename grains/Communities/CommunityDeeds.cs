using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using OrleansMixi.Posts;

namespace OrleansMixi.Communities;

/// <summary>
/// What staff does. Every deed brings one thing from a state before to a state after, both written in the book; so an
/// undoing is the same deed with the two exchanged.
/// </summary>
internal sealed class CommunityDeeds(
    CommunityDesk desk, CommunityMembers members, CommunityPosts posts, CommunityStore communities, GuestStore guests, IOptions<CommunityOptions> options, TimeProvider time)
{
    /// <summary>Somebody who neither asked nor was invited.</summary>
    public const string Stranger = "";
    public const string Asked = "asked";
    public const string Invited = "invited";
    public const string Yes = "1";
    public const string No = "0";

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public static CommunityLogRow Of(int seat, CommunityAction action, int subject, string before, string after, string reason = "", long post = 0) =>
        new() { Actor = seat, Action = action, Subject = subject, Before = before, After = after, Reason = reason, Post = post };

    /// <summary>A number as deeds write it down.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Does something for a member, under the number under which the member appears here.</summary>
    public async Task Do(int actor, CommunityAction action, int subject, string before, string after, string reason = "", long post = 0) =>
        await Do(Of(await desk.Seat(actor), action, subject, before, after, reason, post));

    /// <summary>Does it, and writes it down.</summary>
    public Task Do(CommunityLogRow deed)
    {
        desk.Require(deed.Actor, deed.Action);
        return deed.Action switch
        {
            CommunityAction.Approved or CommunityAction.Declined or CommunityAction.Invited or CommunityAction.PutOut => AtTheDoor(deed),
            CommunityAction.Staff => Name(deed),
            CommunityAction.Barred or CommunityAction.Unbarred => Bar(deed),
            CommunityAction.Removed or CommunityAction.Restored => Remove(deed),
            CommunityAction.Settings => Change(deed),
            CommunityAction.Pinned => desk.Write(deed, (connection, transaction) =>
                BoardStore.Pin(connection, transaction, desk.Number, deed.Post, deed.After == Yes, options.Value.Pinned)),
            CommunityAction.Cancelled => Cancel(deed),
            _ => HandOver(deed),
        };
    }

    /// <summary>Calls an event off; its author may too, who is no staff.</summary>
    public Task Cancel(CommunityLogRow deed) =>
        desk.Write(deed, (connection, transaction) => EventStore.Cancel(connection, transaction, deed.Post, deed.After == Yes));

    /// <summary>Puts somebody at the head; who may is decided before.</summary>
    public async Task HandOver(CommunityLogRow deed)
    {
        var (former, next) = (Number(deed.Before), Number(deed.After));
        if (next != 0 && !await members.Has(next))
        {
            throw Errors.Conflict("Only a member can be at the head of the community.");
        }

        await desk.Write(deed, async (connection, transaction) =>
        {
            await communities.Save(desk.Founded with { Founder = next }, connection, transaction);
            await StaffStore.Set(connection, transaction, desk.Number, next, CommunityRights.None, Now);

            // Who hands over stays among the staff; who left is no member any more.
            if (former != 0 && deed.Actor == former && await members.Has(former))
            {
                await StaffStore.Set(connection, transaction, desk.Number, former, CommunityRights.All, Now);
            }
        });
        await desk.Tell(deed.Actor);
    }

    private async Task AtTheDoor(CommunityLogRow deed)
    {
        var isOut = deed.After != Invited;
        if (isOut && IsAbove(deed))
        {
            throw Errors.Forbidden("The founder can't be put out, and moderators only by the founder.");
        }

        await desk.Write(deed, async (connection, transaction) =>
        {
            await (deed.After == Stranger
                ? GuestStore.Remove(connection, transaction, desk.Number, deed.Subject)
                : guests.Set(connection, transaction, new()
                {
                    Community = desk.Number,
                    Member = deed.Subject,
                    State = deed.After == Asked ? GuestState.Asked : GuestState.Invited,
                    ByMember = deed.After == Asked ? 0 : deed.Actor,
                }));
            if (isOut)
            {
                await StaffStore.Set(connection, transaction, desk.Number, deed.Subject, CommunityRights.None, Now);
            }
        });
        if (isOut)
        {
            await members.Out(deed.Subject);
            await desk.Load();
        }
    }

    /// <summary>Whether a deed is done to the founder, or to a moderator by another.</summary>
    private bool IsAbove(CommunityLogRow deed) =>
        deed.Subject == desk.Founded.Founder || (desk.RightsOf(deed.Subject) != CommunityRights.None && deed.Actor != desk.Founded.Founder);

    private async Task Name(CommunityLogRow deed)
    {
        var rights = (CommunityRights)Number(deed.After);
        if (rights != CommunityRights.None && !await members.Has(deed.Subject))
        {
            throw Errors.Conflict("Only a member of the community can be a moderator.");
        }

        if (deed.Subject == desk.Founded.Founder)
        {
            throw Errors.Conflict("The founder has every right already.");
        }

        if (rights != CommunityRights.None && desk.Staff.Count >= options.Value.Staff && desk.RightsOf(deed.Subject) == CommunityRights.None)
        {
            throw Errors.Conflict($"A community has at most {options.Value.Staff} moderators (Mixi:Communities:Staff).");
        }

        await desk.Write(deed, (connection, transaction) => StaffStore.Set(connection, transaction, desk.Number, deed.Subject, rights, Now));
        await desk.Load();
    }

    private async Task Bar(CommunityLogRow deed)
    {
        var bar = deed.After.Length == 0 ? null : JsonSerializer.Deserialize<CommunityBar>(deed.After);
        if (bar is not null && (deed.Subject == deed.Actor || IsAbove(deed)))
        {
            throw Errors.Forbidden("The founder can't be barred, moderators only by the founder, and nobody bars oneself.");
        }

        await desk.Write(deed, async (connection, transaction) =>
        {
            await BarStore.Lift(connection, transaction, desk.Number, deed.Subject);
            if (bar is not null)
            {
                await BarStore.Set(connection, transaction, desk.Number, bar);
                await GuestStore.Remove(connection, transaction, desk.Number, deed.Subject);
                await StaffStore.Set(connection, transaction, desk.Number, deed.Subject, CommunityRights.None, Now);
            }
        });
        if (bar is not null)
        {
            await members.Out(deed.Subject);
            await desk.Load();
        }
    }

    private async Task Remove(CommunityLogRow deed)
    {
        var post = await posts.Find(deed.Post);
        deed.Subject = post.Author;
        if (deed.After == Yes)
        {
            await desk.Write(deed, (connection, transaction) =>
                RemovedStore.Set(connection, transaction, desk.Number, post.Id, post.Header.Audience, deed.Actor, Now, deed.Reason));
            await posts.Hide(post, deed.Actor);
        }
        else
        {
            var audience = await posts.AudienceBefore(post.Id);
            await desk.Write(deed, (connection, transaction) => RemovedStore.Lift(connection, transaction, post.Id));
            await posts.Show(post, deed.Actor, audience ?? Audience.Everyone);
        }
    }

    private async Task Change(CommunityLogRow deed)
    {
        var changed = JsonSerializer.Deserialize<CommunityChange>(deed.After)!.Of(desk.Founded);
        await desk.Write(deed, (connection, transaction) => communities.Save(changed, connection, transaction));
        await desk.Tell(deed.Actor);
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
