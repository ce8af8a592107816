namespace OrleansMixi.Pages;

/// <summary>Names the resources that hold every visible word: <c>Resources/Pages.Words*.resx</c>.</summary>
public sealed class Words;
