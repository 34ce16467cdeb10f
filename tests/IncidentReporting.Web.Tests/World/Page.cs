using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace IncidentReporting.Web.Tests;

/// <summary>What a browser got: a page, most often. Texts are read as people see them, with runs of white space as one space.</summary>
internal sealed partial class Page(
    Browser browser,
    HttpStatusCode status,
    Uri address,
    IReadOnlyList<string> redirects,
    IReadOnlyDictionary<string, string> headers,
    byte[] bytes,
    IHtmlDocument? document)
{
    public Browser Browser => browser;

    /// <summary>Path and query of where the redirects ended.</summary>
    public string Address => address.PathAndQuery;

    public string Path => address.AbsolutePath;

    public HttpStatusCode Status => status;

    /// <summary>The addresses that led here.</summary>
    public IReadOnlyList<string> Redirects => redirects;

    public IReadOnlyDictionary<string, string> Headers => headers;

    public IReadOnlyList<byte> Bytes => bytes;

    public string Source => Encoding.UTF8.GetString(bytes);

    public bool IsHtml => document is not null;

    /// <summary>The parsed page, for what has no shorter way here.</summary>
    public IHtmlDocument Document => document ?? throw Failure("is not a page");

    public string Title => TextOf(Document.QuerySelector("title"));

    public string Language => Document.DocumentElement.GetAttribute("lang") ?? string.Empty;

    /// <summary>The page's one main heading.</summary>
    public string Heading => TextOf(Document.QuerySelector("h1"));

    public IReadOnlyList<string> Headings => Texts("h1, h2, h3, h4");

    /// <summary>All that stands in the page's main part, or in the whole body where it has none.</summary>
    public string Text => TextOf(Document.QuerySelector("main") ?? Document.Body);

    public bool Has(string selector) => Document.QuerySelector(selector) is not null;

    public IReadOnlyList<string> Texts(string selector) => [.. Document.QuerySelectorAll(selector).Select(TextOf)];

    public string TextOf(string selector) => TextOf(Document.QuerySelector(selector) ?? throw Failure($"has no {selector}"));

    /// <summary>Fails with what the page is instead, when it is not that.</summary>
    public Page Is(HttpStatusCode expected)
    {
        Assert.That(Status, NUnit.Framework.Is.EqualTo(expected), ToString());
        return this;
    }

    public Page IsAt(string path)
    {
        Assert.That(Path, NUnit.Framework.Is.EqualTo(path), ToString());
        return this;
    }

    /// <summary>The lines of the error summary.</summary>
    public IReadOnlyList<string> Errors => Texts("[data-error-summary] li");

    /// <summary>Names of the fields that the error summary leads to, in its order.</summary>
    public IReadOnlyList<string> WrongFields =>
    [
        .. Document.QuerySelectorAll("[data-error-summary] a").Select(link => link.GetAttribute("href")![1..])
            .Select(id => Document.GetElementById(id)?.GetAttribute("name") ?? throw Failure($"has an error that leads to {id}, which is no field")).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>What stands at the field as wrong; null when nothing does.</summary>
    public string? ErrorAt(string name) => Document.All.FirstOrDefault(field => field.GetAttribute("name") == name)?.Closest(".field")?.QuerySelector(".message") is { } message
        ? TextOf(message)
        : null;

    /// <summary>Links by text (a part of it) or by where they lead (when it begins with a slash).</summary>
    public IHtmlAnchorElement Link(string text) =>
        Links(text).FirstOrDefault() ?? throw Failure($"has no link “{text}”, but {string.Join(" | ", Document.QuerySelectorAll("a").Select(TextOf))}");

    public bool HasLink(string text) => Links(text).Any();

    public Task<Page> FollowAsync(string text) => browser.SendAsync(HttpMethod.Get, new Uri(address, Link(text).GetAttribute("href")), content: null, address);

    /// <summary>The form with that id, that address (begins with a slash), a field of that name, or a button of that text; without any, the only form of the main part.</summary>
    public Form Form(string? which = null)
    {
        var forms = Document.Forms.ToList();
        var fitting = which is null
            ? forms.Where(form => form.Closest("main") is not null).ToList()
            : [.. forms.Where(form => form.Id == which)];
        if (which is not null && fitting.Count == 0)
        {
            fitting = [.. forms.Where(form =>
                (which.StartsWith('/') && new Uri(address, form.GetAttribute("action") ?? string.Empty).PathAndQuery == which)
                || form.Elements.Any(field => field.GetAttribute("name") == which)
                || form.Elements.Any(button => Tests.Form.IsSubmit(button) && Tests.Form.ButtonText(button) == which))];
        }

        // The frame has forms too; what is asked for stands in the main part, most often.
        if (fitting.Count > 1 && fitting.Where(form => form.Closest("main") is not null).ToList() is [_] inMain)
        {
            fitting = inMain;
        }

        return fitting is [var only]
            ? new Form(browser, this, address, only)
            : throw Failure($"has {fitting.Count} forms {which}; all its forms: {string.Join(" | ", forms.Select(form => new Form(browser, this, address, form)))}");
    }

    public override string ToString() => document is null
        ? $"{(int)status} {Path} {headers.GetValueOrDefault("Content-Type")}"
        : $"{(int)status} {Path} “{Heading}”";

    internal static string TextOf(IElement? element) => element is null ? string.Empty : Spaces().Replace(element.TextContent, " ").Trim();

    internal AssertionException Failure(string what) => new($"{(document is null ? $"{(int)status} {Path}" : ToString())} {what}");

    /// <summary>What holds on every page of ours, so that no page needs a test for it.</summary>
    internal void CheckHouseRules()
    {
        if (document is null || Path.StartsWith("/docs", StringComparison.Ordinal) || Path.StartsWith("/api/", StringComparison.Ordinal) || Path == "/leave")
        {
            return;
        }

        var faults = HouseRules.Broken(document).ToList();
        if (faults.Count > 0)
        {
            throw Failure("breaks the house's rules:\n" + string.Join('\n', faults));
        }
    }

    private IEnumerable<IHtmlAnchorElement> Links(string text) => Document.QuerySelectorAll<IHtmlAnchorElement>("a[href]").Where(link => text.StartsWith('/')
        ? link.GetAttribute("href") == text
        : TextOf(link).Contains(text, StringComparison.Ordinal));

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
