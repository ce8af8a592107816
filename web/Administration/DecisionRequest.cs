namespace OrleansMixi.Administration;

/// <summary>What an appeal comes to.</summary>
/// <param name="Granted">Whether the measure is undone.</param>
/// <param name="Answer">A word to the member.</param>
public sealed record DecisionRequest(bool Granted, string Answer = "");
