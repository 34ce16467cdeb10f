using System.Text.RegularExpressions;
using IncidentReporting.Web.Tests.Texts;
using Microsoft.AspNetCore.Routing.Template;

namespace IncidentReporting.Browser.Tests.Walking;

/// <summary>The addresses of the pages, as the pages themselves say.</summary>
internal static partial class PageRoutes
{
    private static readonly List<(string Route, TemplateMatcher Matcher)> Matchers =
    [
        .. WebSource.AddressedPages.Select(RouteOf).Select(route => (route, new TemplateMatcher(TemplateParser.Parse(route.TrimStart('/')), [])))
            .OrderBy(route => route.route.Count(character => character == '{')),
    ];

    public static IReadOnlyList<string> All { get; } = [.. Matchers.Select(matcher => matcher.Route).Order(StringComparer.Ordinal)];

    /// <summary>The route that the address belongs to; null where it is no page's.</summary>
    public static string? Of(string path) => Matchers.Find(matcher => matcher.Matcher.TryMatch(path, [])).Route;

    private static string RouteOf(string file) => Directive().Match(File.ReadAllText(file)).Groups["route"] is { Length: > 0 } route
        ? route.Value
        : WebSource.Name(file)["Pages".Length..^".cshtml".Length].Replace("/Index", string.Empty, StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*@page(\s+""(?<route>[^""]*)"")?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Directive();
}
