using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace IncidentReporting.Web.Tests;

/// <summary>What every page keeps to: the policy for scripts and styles, one neutral title, one main heading, and references that lead somewhere.</summary>
internal static class HouseRules
{
    private static readonly string[] References = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-errormessage", "list", "form"];

    public static IEnumerable<string> Broken(IHtmlDocument page)
    {
        foreach (var element in page.QuerySelectorAll("style, [style], script:not([src]), iframe, object, embed"))
        {
            yield return $"the policy for content forbids {Opening(element)}";
        }

        foreach (var element in page.All.Where(element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal))))
        {
            yield return $"script in an attribute of {Opening(element)}";
        }

        foreach (var element in page.QuerySelectorAll("[src], link[href]").Where(element => IsElsewhere(element.GetAttribute("src") ?? element.GetAttribute("href")!)))
        {
            yield return $"from elsewhere: {Opening(element)}";
        }

        if (Page.TextOf(page.QuerySelector("title")) is not "Rapportering" and var title)
        {
            yield return $"the title is “{title}”";
        }

        if (page.DocumentElement.GetAttribute("lang") is not ("sv" or "en"))
        {
            yield return "the page's language is not named";
        }

        if (page.QuerySelectorAll("h1").Length != 1 || page.QuerySelectorAll("main").Length != 1)
        {
            yield return $"{page.QuerySelectorAll("h1").Length} main headings and {page.QuerySelectorAll("main").Length} main parts";
        }

        foreach (var fault in Headings(page).Concat(Ids(page)).Concat(Labels(page)).Concat(Forms(page)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Headings(IHtmlDocument page)
    {
        var last = 0;
        foreach (var heading in page.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            var level = heading.LocalName[1] - '0';
            if (last > 0 && level > last + 1)
            {
                yield return $"a heading of level {level} after one of level {last}: “{Page.TextOf(heading)}”";
            }

            if (Page.TextOf(heading).Length == 0)
            {
                yield return $"an empty heading {Opening(heading)}";
            }

            last = level;
        }
    }

    private static IEnumerable<string> Ids(IHtmlDocument page)
    {
        var ids = page.QuerySelectorAll("[id]").GroupBy(element => element.Id!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        foreach (var (id, count) in ids.Where(id => id.Value > 1))
        {
            yield return $"{count} elements with the id “{id}”";
        }

        foreach (var reference in References)
        {
            foreach (var element in page.QuerySelectorAll($"[{reference}]"))
            {
                foreach (var missing in element.GetAttribute(reference)!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(id => !ids.ContainsKey(id)))
                {
                    yield return $"{reference}=“{missing}” leads nowhere in {Opening(element)}";
                }
            }
        }

        foreach (var link in page.QuerySelectorAll("a[href^='#']").Where(link => link.GetAttribute("href")!.Length > 1 && !ids.ContainsKey(link.GetAttribute("href")![1..])))
        {
            yield return $"a link within the page leads nowhere: {Opening(link)}";
        }
    }

    private static IEnumerable<string> Labels(IHtmlDocument page)
    {
        foreach (var field in page.QuerySelectorAll("input:not([type=hidden]):not([type=submit]):not([type=button]), select, textarea"))
        {
            var isNamed = field.HasAttribute("aria-label") || field.HasAttribute("aria-labelledby") || field.Closest("label") is not null
                || (field.Id is { Length: > 0 } id && page.QuerySelectorAll("label").Any(label => label.GetAttribute("for") == id));
            if (!isNamed)
            {
                yield return $"no label for {Opening(field)}";
            }
        }

        foreach (var element in page.QuerySelectorAll("button, a[href]").Where(element => Page.TextOf(element).Length == 0 && !element.HasAttribute("aria-label") && !element.HasAttribute("aria-labelledby")))
        {
            yield return $"no words on {Opening(element)}";
        }
    }

    private static IEnumerable<string> Forms(IHtmlDocument page)
    {
        foreach (var form in page.Forms.Where(form => string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase)))
        {
            if (!form.Elements.Any(field => field.GetAttribute("name") == Form.AntiforgeryField))
            {
                yield return $"no antiforgery field in {Opening(form)}";
            }
        }
    }

    private static bool IsElsewhere(string address) => address.Contains("//", StringComparison.Ordinal);

    private static string Opening(IElement element) => ((IElement)element.Clone(deep: false)).OuterHtml;
}
