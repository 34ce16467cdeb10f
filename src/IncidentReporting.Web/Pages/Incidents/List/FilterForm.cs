using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.List;
using IncidentReporting.Application.SavedViews;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Hosting;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IncidentReporting.Web.Pages.Incidents.List;

/// <summary>The filters of the list as they stand in its address, as typed.</summary>
public sealed record FilterForm
{
    public string? Number { get; set; }

    public string? State { get; set; }

    public string? Kind { get; set; }

    public string? Unit { get; set; }

    public bool Mine { get; set; }

    public bool Overdue { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public bool IsEmpty => Number is null && IsOpen;

    /// <summary>Whether nothing but perhaps a number is asked for; a number is found, not kept as a view.</summary>
    public bool IsOpen => State is null && Kind is null && Unit is null && !Mine && !Overdue && From is null && To is null;

    public CaseFilter ToFilter(ModelStateDictionary state) => new(
        State, Kind, Guid.TryParseExact(Unit, "D", out var unit) ? new UnitId(unit) : null, Mine ? "me" : null, Overdue ? true : null,
        TypedTime.Day(From, "from", state), TypedTime.Day(To, "to", state));

    public ListIncidentsQuery ToQuery(Page page, DateOnly today, ModelStateDictionary state)
    {
        var filter = ToFilter(state);
        return new ListIncidentsQuery(page)
        {
            State = filter.State,
            Kind = filter.Kind,
            Unit = filter.Unit,
            Responsible = filter.Responsible,
            Overdue = filter.Overdue,
            From = filter.From,
            To = filter.To,
            Number = FullNumber(today),
        };
    }

    /// <summary>The list's address with these filters.</summary>
    public string Address(params (string Name, string Value)[] more)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in Fields().Concat(more))
        {
            query.Add(name, value);
        }

        return "/incidents" + query;
    }

    public IEnumerable<(string Name, string Value)> Fields() =>
        new[]
        {
            ("number", Number), ("state", State), ("kind", Kind), ("unit", Unit), ("mine", Mine ? "true" : null), ("overdue", Overdue ? "true" : null), ("from", From), ("to", To),
        }.Where(field => !string.IsNullOrEmpty(field.Item2)).Select(field => (field.Item1, field.Item2!));

    public static FilterForm Of(CaseFilter filter) => new()
    {
        State = filter.State,
        Kind = filter.Kind,
        Unit = filter.Unit?.Value.ToString(),
        Mine = filter.Responsible is not null,
        Overdue = filter.Overdue == true,
        From = filter.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        To = filter.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    // "412" is this year's 412.
    private string? FullNumber(DateOnly today) =>
        Number?.Trim() is { Length: > 0 and <= 6 } digits && digits.All(char.IsAsciiDigit)
            ? string.Create(CultureInfo.InvariantCulture, $"{today.Year}-{digits.PadLeft(6, '0')}")
            : Number?.Trim();
}
