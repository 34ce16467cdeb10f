using IncidentReporting.Application.Common;
using IncidentReporting.Web.Components;

namespace IncidentReporting.Web.Pages.Reports;

/// <summary>When something was, as a date field and a time field show it, in the employer's zone.</summary>
internal static class ToldTime
{
    public static string Date(DateTimeOffset? at) => at is { } told ? Times.ForDateField(ShownZone.DayOf(told)) : string.Empty;

    public static string Hour(DateTimeOffset? at) => at is { } told ? Times.ForTimeField(told) : string.Empty;
}
