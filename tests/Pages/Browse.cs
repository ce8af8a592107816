using System.Net;
using System.Text.RegularExpressions;

namespace OrleansMixi.Pages;

/// <summary>A reader without script: keeps cookies, follows nothing by itself, and sends forms as they stand on a page.</summary>
internal sealed partial class Browse : IDisposable
{
    private readonly HttpClient _http;

    public Browse(PagesHost host, string language = "en")
    {
        _http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = host.Address };
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    public Task<HttpResponseMessage> Get(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    public Task<string> Read(string path) => _http.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>Sends fields with the antiforgery token of a page.</summary>
    public async Task<HttpResponseMessage> Send(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = WebUtility.HtmlDecode(Token().Match(await Read(page)).Groups[1].Value);
        return await SendBare(action, [("__RequestVerificationToken", token), ("returnUrl", page), .. fields]);
    }

    public Task<HttpResponseMessage> SendBare(string action, params (string Name, string Value)[] fields) =>
        _http.PostAsync(new Uri(action, UriKind.Relative), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
