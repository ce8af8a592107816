using System.Globalization;
using Microsoft.Extensions.Options;
using OrleansMixi.Members;

namespace OrleansMixi.Friends;

/// <summary>The friendship between a newcomer and the inviter, which neither ends in the first months: an invitation is a word for somebody.</summary>
internal sealed class InvitationTie(InvitationTree tree, TimeProvider time, IOptions<LimitOptions> limits)
{
    /// <summary>Refuses to end a friendship that holds still, and says until when.</summary>
    public async Task CheckMayEnd(int one, int other)
    {
        if (await tree.TiedSince(one, other) is { } since && since.AddMonths(limits.Value.InvitedFriendshipMonths) is var until && time.GetUtcNow() < until)
        {
            throw Errors.FriendshipTied(until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }
}
