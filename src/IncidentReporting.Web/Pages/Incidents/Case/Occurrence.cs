using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Web.Components;
using static IncidentReporting.Web.Pages.Incidents.Case.CaseTexts;

namespace IncidentReporting.Web.Pages.Incidents.Case;

/// <summary>When and what, as exactly as it was told.</summary>
internal static class Occurrence
{
    /// <summary>"20 november 14.30", "20 november, omkring 14.30", "någon gång i november 2026".</summary>
    public static string When(IncidentView view, DateTimeOffset now)
    {
        if (view.OccurredAt is not { } at)
        {
            return string.Empty;
        }

        var date = Times.Date(at, now);
        return view.OccurredPrecision switch
        {
            "exact" => T("occurred.exact", date, Times.Hour(at)),
            "about" => T("occurred.about", date, Times.Hour(at)),
            "week" => T("occurred.week", date),
            "month" => T("occurred.month", ShownZone.DayOf(at).ToString("MMMM yyyy", CultureInfo.CurrentCulture)),
            _ => date,
        };
    }

    /// <summary>The day alone, for the line above the heading.</summary>
    public static string Day(IncidentView view, DateTimeOffset now) =>
        view.OccurredAt is not { } at ? string.Empty
        : view.OccurredPrecision == "month" ? ShownZone.DayOf(at).ToString("MMMM yyyy", CultureInfo.CurrentCulture)
        : Times.Date(at, now);

    /// <summary>The survey's kinds in short: "Direkt hot, näthat".</summary>
    public static string Kinds(IncidentView view) =>
        Begun(string.Join(", ", view.Kinds.Select(kind => kind.Split('.')[0]).Distinct(StringComparer.Ordinal).Select(kind => Known("kind", kind))));
}
