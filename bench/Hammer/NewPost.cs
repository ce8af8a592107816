namespace OrleansMixi.Hammer;

/// <summary>A post the run writes.</summary>
internal sealed record NewPost(string Text);
