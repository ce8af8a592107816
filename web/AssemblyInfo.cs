// The assembly is called `web`; without this the string localizer looks for resources in a namespace that does not exist.
[assembly: Microsoft.Extensions.Localization.RootNamespace("OrleansMixi")]
