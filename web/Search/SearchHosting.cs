namespace OrleansMixi.Search;

/// <summary>Registers the search.</summary>
internal static class SearchHosting
{
    public static IServiceCollection AddMixiSearch(this IServiceCollection services) => services.AddSingleton<PeopleSearch>().AddSingleton<PlaceSearch>()
        .AddSingleton<SearchDesk>().AddSingleton<ISearchPages>(provider => provider.GetRequiredService<SearchDesk>());
}
