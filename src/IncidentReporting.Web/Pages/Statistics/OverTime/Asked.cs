using IncidentReporting.Application.Statistics.GetSeries;
using Microsoft.AspNetCore.Http;

namespace IncidentReporting.Web.Pages.Statistics.OverTime;

/// <summary>What was asked, as it stands in the address; nothing of it is checked.</summary>
internal sealed record Asked(string Measure, string? Node, string Period, string? From, string? To, string? By)
{
    public static Asked In(IQueryCollection query) => new(
        Given(query, "measure") ?? "incidents", Given(query, "node"), Given(query, "period") ?? "quarter", Given(query, "from"), Given(query, "to"), Given(query, "by"));

    public GetSeriesQuery ToQuery() => new(Measure, Node, From, To, Period, By);

    public string Address(string? form = null) => FigureAddress.Of(
        "/statistics/series",
        ("handler", form is null ? null : "File"), ("form", form), ("measure", Measure), ("node", Node), ("period", Period), ("from", From), ("to", To), ("by", By));

    private static string? Given(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } value ? value : null;
}
