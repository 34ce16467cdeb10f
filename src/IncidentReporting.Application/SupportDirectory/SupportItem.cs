using IncidentReporting.Application.Users;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.SupportDirectory;

/// <param name="Unit">Where it is offered: the unit asked for, or one above it.</param>
public sealed record SupportItem(string Measure, string Title, string? Contact, string? Phone, string? Hours, string? Url, string? Text, UnitName Unit)
{
    internal static SupportItem Of(SupportEntry entry, OrgChart chart) =>
        new(entry.Measure, entry.Title, entry.Contact, entry.Phone, entry.Hours, entry.Url, entry.Text, UserResult.NameOf(chart, entry.UnitId));
}
