using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Domain.Organisation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static IncidentReporting.Web.Components.StatisticsNav.StatisticsNavTexts;

namespace IncidentReporting.Web.Components.StatisticsNav;

/// <summary>The pages of the figures, and which of them this is: only those of use to the reader.</summary>
[HtmlTargetElement("statistics-nav", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatisticsNavTagHelper(CurrentUser user) : TagHelper
{
    private const string Overview = "/statistics";

    private static readonly IReadOnlyList<Place> Places =
    [
        new("overview", Overview),
        new("explore", "/statistics/explore"),
        new("indicators", "/statistics/indicators"),
        new("funnel", "/statistics/funnel") { IsFor = user => user.Roles.All(held => held.Role != Role.UnionReader) },
        new("series", "/statistics/series"),
        new("pulse", "/statistics/explore?measure=pulse"),
        new("reports", "/statistics/reports"),
        new("signals", "/statistics/signals") { IsFor = user => Operations.ReadSignals.IsFor(user.Roles) },
        new("headcounts", "/statistics/headcounts") { IsFor = user => Operations.PutHeadcounts.IsFor(user.Roles) },
    ];

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var path = ViewContext.HttpContext.Request.Path;
        var places = Places.Where(place => place.IsFor(user)).ToList();
        var here = places.Find(place => IsAt(path, place.Address));
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "statistics-nav no-print");
        output.Content.AppendHtml(Nav(places, here, "wide"));

        var menu = new TagBuilder("details");
        var summary = new TagBuilder("summary");
        summary.InnerHtml.Append(here is null ? T("label") : T("here", T(here.Name)));
        menu.InnerHtml.AppendHtml(summary).AppendHtml(Nav(places, here, cssClass: null));
        output.Content.AppendHtml(menu);
    }

    private static TagBuilder Nav(IEnumerable<Place> places, Place? here, string? cssClass)
    {
        var list = new TagBuilder("ul");
        foreach (var place in places)
        {
            var link = new TagBuilder("a");
            link.Attributes["href"] = place.Address;
            if (place == here)
            {
                link.Attributes["aria-current"] = "page";
            }

            link.InnerHtml.Append(T(place.Name));
            var item = new TagBuilder("li");
            item.InnerHtml.AppendHtml(link);
            list.InnerHtml.AppendHtml(item);
        }

        var nav = new TagBuilder("nav");
        nav.Attributes["aria-label"] = T("label");
        if (cssClass is not null)
        {
            nav.AddCssClass(cssClass);
        }

        nav.InnerHtml.AppendHtml(list);
        return nav;
    }

    private static bool IsAt(PathString path, string address) => address == Overview ? path == Overview : path.StartsWithSegments(address, StringComparison.Ordinal);

    private sealed record Place(string Name, string Address)
    {
        public Func<CurrentUser, bool> IsFor { get; init; } = _ => true;
    }
}
