using System.Data.Common;
using Dapper;

namespace OrleansMixi.Search;

/// <summary>Keeps members' names in the spelling that is searched; whoever writes a nickname calls it in the same transaction.</summary>
internal static class MemberNames
{
    /// <summary>A new member's names.</summary>
    public static Task Keep(DbConnection connection, DbTransaction transaction, int member, string handle, string nickname) => connection.ExecuteAsync(
        "insert into member_names (member, handle, folded) values (@member, @handle, @folded)", new { member, handle, folded = FoldedName.Of(nickname) }, transaction);

    /// <summary>A member's new nickname.</summary>
    public static Task Rename(DbConnection connection, DbTransaction transaction, int member, string nickname) => connection.ExecuteAsync(
        "update member_names set folded = @folded where member = @member", new { member, folded = FoldedName.Of(nickname) }, transaction);
}
