namespace OrleansMixi.Mail;

/// <summary>Somebody who forgot the password: a handle or an e-mail address.</summary>
public sealed record ForgotRequest(string Who);
