namespace OrleansMixi.Archive;

/// <summary>What the member said to an event or a poll of a community.</summary>
/// <param name="Type"><c>Join</c> for who takes part in an event, <c>Vote</c> in a poll.</param>
/// <param name="Object">The id of the post that announces or asks.</param>
/// <param name="Published">When the member said to take part.</param>
/// <param name="By">The post's author; absent for own ones.</param>
/// <param name="Option">The number of the option, from 1.</param>
internal sealed record AnswerLine(string Type, string Object, string? Published = null, string? By = null, int? Option = null);
