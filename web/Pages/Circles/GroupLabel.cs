using Microsoft.Extensions.Localization;
using OrleansMixi.Circles;

namespace OrleansMixi.Pages.Circles;

/// <summary>How a friend group is called on pages.</summary>
internal static class GroupLabel
{
    /// <summary>The group's own name; the close friends have one in every language.</summary>
    public static string Of(GroupView group, IStringLocalizer words) => group.Number == FriendGroup.Close ? words["people.close"] : group.Name;
}
