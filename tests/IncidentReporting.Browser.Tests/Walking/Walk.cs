using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IncidentReporting.Web.Tests;

namespace IncidentReporting.Browser.Tests.Walking;

/// <param name="Person">Who saw it first; null for nobody.</param>
internal sealed record Found(string? Person, string Route, string Address);

/// <summary>
/// Follows the links of the pages as every role of the demonstration. Keeps the pages on which something stands that stood on none before at that address, so that
/// of a hundred cases a few are looked at, and yet every part of them.
/// </summary>
internal sealed class Walk(Uri site)
{
    public static readonly string?[] People =
    [
        null, "employee", "colleague", "manager", "deputy", "rep", "head", "headrep", "coordinator", "analyst", "auditor", "admin", "dpo",
        "employee@omsorg.example", "manager@omsorg.example", "reader@union.example",
    ];

    // Of a page with many addresses, such as that of a case, so many are opened by each person.
    private const int MostOfARoute = 5;

    private const string Nowhere = "nowhere";

    private readonly HashSet<string> _seen = [];

    /// <summary>Pages that together have all the parts.</summary>
    public List<Found> Found { get; } = [];

    /// <summary>Routes on which somebody was shown a page.</summary>
    public HashSet<string> Reached { get; } = [];

    /// <summary>Links that led to nothing, and pages that broke.</summary>
    public List<string> Broken { get; } = [];

    /// <param name="more">Addresses that no link leads to.</param>
    public async Task FollowAsync(string? person, params IEnumerable<string> more)
    {
        using var browser = new Web.Tests.Browser(site, "sv");
        if (person is not null)
        {
            await browser.SignInAsync(Visit.AddressOf(person), Visit.Password);
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        var opened = new Dictionary<string, int>(StringComparer.Ordinal);
        var waiting = new Queue<(string Address, string From)>(((string[])["/", .. more, .. await CasesAsync(browser)]).Select(address => (address, Nowhere)));
        while (waiting.TryDequeue(out var next))
        {
            if (PageRoutes.Of(PathOf(next.Address)) is not { } route || !known.Add(next.Address) || (next.From != Nowhere && !MayOpen(opened, route, next.Address)))
            {
                continue;
            }

            var page = await browser.OpenAsync(next.Address);
            if (page.Status != HttpStatusCode.OK)
            {
                Broken.Add($"{(next.From == Nowhere ? "asked for" : "linked")}: {person ?? "nobody"}: {next.From} → {next.Address} answers {(int)page.Status}");
            }

            if (page.IsHtml)
            {
                Keep(person, page);
                foreach (var link in page.Document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).Where(link => !link.StartsWith('#') && !link.Contains(':', StringComparison.Ordinal)))
                {
                    waiting.Enqueue((new Uri(new Uri(site, page.Address), link.Split('#')[0]).PathAndQuery, page.Path));
                }
            }
        }
    }

    // One case in each state that the person can see.
    private static async Task<IEnumerable<string>> CasesAsync(Web.Tests.Browser browser)
    {
        var answer = await browser.OpenAsync("/api/v1/incidents?limit=200");
        return answer.Status == HttpStatusCode.OK
            ? JsonNode.Parse(answer.Source)!["items"]!.AsArray().Where(item => item!["number"] is not null)
                .DistinctBy(item => (string)item!["state"]!, StringComparer.Ordinal).Select(item => $"/incidents/{item!["number"]}")
            : [];
    }

    private static string PathOf(string address) => address.Split('?', '#')[0];

    // Each set of query parameters is an address of its own kind.
    private static bool MayOpen(Dictionary<string, int> opened, string route, string address)
    {
        var kind = route + "?" + string.Join('&', address.Split('?').Skip(1).SelectMany(query => query.Split('&')).Select(pair => pair.Split('=')[0]).Order(StringComparer.Ordinal));
        opened[kind] = opened.GetValueOrDefault(kind) + 1;
        return opened[kind] <= MostOfARoute;
    }

    private void Keep(string? person, Page page)
    {
        // Where a redirect led to counts.
        var route = PageRoutes.Of(page.Path) ?? page.Path;
        if (page.Status == HttpStatusCode.OK)
        {
            Reached.Add(route);
        }

        // Where a role begins is looked at in each.
        var isNew = page.Path == "/";
        foreach (var part in Parts(page))
        {
            isNew |= _seen.Add(route + "\n" + part);
        }

        if (isNew)
        {
            Found.Add(new Found(person, route, page.Address));
        }
    }

    /// <summary>What a page is built of: which elements with which classes stand in which.</summary>
    private static IEnumerable<string> Parts(Page page)
    {
        foreach (var element in page.Document.All)
        {
            var part = new StringBuilder();
            for (var (up, level) = (element, 0); up is not null && level < 3; (up, level) = (up.ParentElement, level + 1))
            {
                part.Append(up.LocalName).Append('.').Append(up.ClassName).Append(' ').Append(up.GetAttribute("role")).Append('<');
            }

            yield return part.ToString();
        }
    }
}
