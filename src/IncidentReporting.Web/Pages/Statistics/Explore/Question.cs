using IncidentReporting.Application.Statistics.GetTable;
using Microsoft.AspNetCore.Http;

namespace IncidentReporting.Web.Pages.Statistics.Explore;

/// <summary>What was asked, as it stands in the address; nothing of it is checked.</summary>
/// <param name="By">All that was named, also more than may be.</param>
internal sealed record Question(string Measure, string? Node, string? Period, IReadOnlyList<string> By)
{
    public const int Slots = 3;

    public static Question In(IQueryCollection query) => new(
        query["measure"].ToString() is { Length: > 0 } measure ? measure : "incidents",
        Given(query, "node"),
        Given(query, "period"),
        [.. Enumerable.Range(1, Slots).Select(Field).SelectMany(name => query[name].SelectMany(value => (value ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))]);

    /// <summary>How many attributes the form offers: persons are divided by one, surveys by two.</summary>
    public int Offered => Measure switch
    {
        "persons" => 1,
        FigureChoices.Pulse => 2,
        _ => Slots,
    };

    /// <summary>The name of the field: by, by2, by3.</summary>
    public static string Field(int slot) => slot == 1 ? "by" : $"by{slot}";

    public string? Slot(int slot) => By.Count >= slot ? By[slot - 1] : null;

    public GetTableQuery ToQuery(string? children) => new(Measure, Node, Period, string.Join(',', By), children);

    public string Address(string? form = null) => FigureAddress.Of(
        "/statistics/explore",
        [("handler", form is null ? null : "File"), ("form", form), ("measure", Measure), ("node", Node), ("period", Period), .. FigureAddress.By(By)]);

    private static string? Given(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } value ? value : null;
}
