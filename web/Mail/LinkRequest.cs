namespace OrleansMixi.Mail;

/// <summary>What follows "link=" in the address of a mail.</summary>
public sealed record LinkRequest(string Link);
