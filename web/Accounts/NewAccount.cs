namespace OrleansMixi.Accounts;

/// <summary>Somebody who wants to become a member.</summary>
/// <param name="Handle">The wanted handle; it is given for ever.</param>
/// <param name="Password">8 to 128 characters.</param>
/// <param name="Nickname">The name to be shown; the handle if absent.</param>
/// <param name="Invitation">The code of an invitation, needed where members come by invitation.</param>
/// <param name="Message">A word to the administrators, where they let newcomers in.</param>
/// <param name="Mail">An e-mail address; a mail with a link to prove it goes there.</param>
public sealed record NewAccount(
    string Handle, string Password, string? Nickname = null, string? Invitation = null, string? Message = null, string? Mail = null);
