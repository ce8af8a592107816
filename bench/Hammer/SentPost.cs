namespace OrleansMixi.Hammer;

/// <summary>A post that the server acknowledged.</summary>
/// <param name="Id">The id it was answered with.</param>
/// <param name="Author">The author's place among the run's members.</param>
/// <param name="Due">When the schedule wanted it sent, since the start of posting.</param>
/// <param name="Acknowledged">When the answer came, since the start of posting.</param>
/// <param name="Measured">False for the warm-up: its deliveries are checked, its times are not reported.</param>
internal sealed record SentPost(long Id, int Author, TimeSpan Due, TimeSpan Acknowledged, bool Measured);
