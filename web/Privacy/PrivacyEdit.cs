namespace OrleansMixi.Privacy;

/// <summary>A change of privacy; absent parts stay.</summary>
public sealed record PrivacyEdit(MessagesFrom? MessagesFrom = null, bool? Footprints = null, bool? Presence = null, bool? Announce = null);
