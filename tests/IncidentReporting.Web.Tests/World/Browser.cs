using System.Net;
using System.Net.Http.Json;
using System.Text;
using AngleSharp.Html.Parser;

namespace IncidentReporting.Web.Tests;

/// <summary>A browser without screen and script: keeps cookies, asks as a browser asks, follows redirects, reads pages.</summary>
internal sealed class Browser : IDisposable
{
    private const int MostRedirects = 10;

    private readonly HttpClient _client;
    private readonly CookieContainer _cookies = new();
    private readonly Uri _home;

    public Browser(Uri home, string language)
    {
        _home = home;
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = home };
        _client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        _client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", language);
        _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (page tests)");
    }

    public Uri Home => _home;

    public CookieCollection Cookies => _cookies.GetCookies(_home);

    /// <summary>Signs in by the interface. The page for it has tests of its own.</summary>
    public async Task SignInAsync(string userName, string password)
    {
        using var answer = await _client.PostAsJsonAsync("/api/v1/session", new { userName, password });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), "signing in");
    }

    /// <summary>As if the session had run out, or the browser's data were cleared.</summary>
    public void ForgetCookies()
    {
        foreach (Cookie cookie in Cookies)
        {
            cookie.Expired = true;
        }
    }

    /// <summary>Opens an address, such as "/incidents"; follows redirects.</summary>
    public Task<Page> OpenAsync(string path) => SendAsync(HttpMethod.Get, new Uri(_home, path), content: null);

    /// <summary>Sends what a form would, without a form: what someone does who forges one.</summary>
    public Task<Page> PostAsync(string path, params (string Name, string Value)[] values) =>
        SendAsync(HttpMethod.Post, new Uri(_home, path), new FormUrlEncodedContent(values.Select(value => KeyValuePair.Create(value.Name, value.Value))));

    /// <summary>The same, from a page of another site.</summary>
    public Task<Page> PostFromElsewhereAsync(string path, params (string Name, string Value)[] values) =>
        SendAsync(
            HttpMethod.Post, new Uri(_home, path), new FormUrlEncodedContent(values.Select(value => KeyValuePair.Create(value.Name, value.Value))), new Uri("https://elsewhere.example/"));

    public void Dispose() => _client.Dispose();

    internal async Task<Page> SendAsync(HttpMethod method, Uri address, HttpContent? content, Uri? from = null)
    {
        var redirects = new List<string>();
        while (true)
        {
            using var request = new HttpRequestMessage(method, address) { Content = content };
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Mode", "navigate");
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Dest", "document");
            var isFromElsewhere = from is not null && from.Authority != _home.Authority;
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", isFromElsewhere ? "cross-site" : from is null && content is null ? "none" : "same-origin");
            if (method != HttpMethod.Get)
            {
                request.Headers.TryAddWithoutValidation("Origin", (isFromElsewhere ? from! : _home).GetLeftPart(UriPartial.Authority));
            }

            using var answer = await _client.SendAsync(request);
            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308))
            {
                return await ReadAsync(answer, address, redirects);
            }

            address = new Uri(address, answer.Headers.Location!);
            redirects.Add(address.PathAndQuery);
            if (redirects.Count > MostRedirects)
            {
                throw new AssertionException($"Redirected without end: {string.Join(" → ", redirects)}");
            }

            if ((int)answer.StatusCode is 301 or 302 or 303)
            {
                (method, content) = (HttpMethod.Get, null);
            }
        }
    }

    private async Task<Page> ReadAsync(HttpResponseMessage answer, Uri address, List<string> redirects)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var document = answer.Content.Headers.ContentType?.MediaType == "text/html" ? new HtmlParser().ParseDocument(Encoding.UTF8.GetString(bytes)) : null;
        var page = new Page(this, answer.StatusCode, address, redirects, headers, bytes, document);
        page.CheckHouseRules();
        return page;
    }
}
