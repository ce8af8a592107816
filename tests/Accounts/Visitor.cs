using System.Net;
using System.Text.RegularExpressions;

namespace OrleansMixi.Accounts;

/// <summary>A browser without script at a running host: keeps cookies, follows nothing by itself, and sends forms as they stand on a page.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _http;

    public Visitor(Uri address, string language = "en")
    {
        _http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    public Task<HttpResponseMessage> Get(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    public Task<string> Read(string path) => _http.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>Sends a form with the antiforgery token of a page, and answers where it leads.</summary>
    public async Task<string> Send(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = WebUtility.HtmlDecode(Token().Match(await (await Get(page)).Content.ReadAsStringAsync()).Groups[1].Value);
        var named = fields.Any(field => field.Name == "returnUrl") ? fields : [("returnUrl", page), .. fields];
        var form = new FormUrlEncodedContent(named.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(new("__RequestVerificationToken", token)));
        var answer = await _http.PostAsync(new Uri(action, UriKind.Relative), form);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return answer.Headers.Location!.ToString();
    }

    /// <summary>Signs in with the password of all newcomers, or another; answers where it leads.</summary>
    public Task<string> SignIn(string handle, string password = Newcomer.Password) => Send("/sign-in", "/account/sign-in", ("handle", handle), ("password", password), ("returnUrl", "/"));

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
