using System.Globalization;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Statistics.Signals;
using IncidentReporting.Application.Statistics.Signals.ListOpen;
using IncidentReporting.Domain.Organisation;
using static IncidentReporting.Web.Pages.Statistics.Signals.SignalPageTexts;

namespace IncidentReporting.Web.Pages.Statistics.Signals;

/// <summary>How states, months and addresses of early warnings are shown.</summary>
internal static class SignalShown
{
    public static string State(SignalLevel level) => level switch
    {
        SignalLevel.Alert => T("state.alert"),
        SignalLevel.Watch => T("state.watch"),
        SignalLevel.Calm => T("state.calm"),
        _ => T("state.too_little"),
    };

    public static string Kind(SignalLevel level) => level switch
    {
        SignalLevel.Alert => "danger",
        SignalLevel.Watch => "warn",
        SignalLevel.Calm => "ok",
        _ => string.Empty,
    };

    public static string Name(UnitLine unit, bool wholeEmployer) => wholeEmployer ? T("whole", unit.Name) : unit.Name;

    public static string Href(UnitId unit, bool wholeEmployer) => $"/statistics/signals/{unit.Value}{(wholeEmployer ? "?whole=true" : string.Empty)}";

    /// <summary>A row of a first page for a warning that waits.</summary>
    public static (string Heading, string Href, string State, string Kind) Row(OpenSignal open) =>
        (T("row", Name(open.Unit, open.WholeEmployer)), Href(open.Unit.Id, open.WholeEmployer), State(open.Level), Kind(open.Level));

    public static string Month(string month, string format = "MMMM yyyy") =>
        DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture).ToString(format, CultureInfo.CurrentCulture);

    public static string Number(double value, int decimals = 1) => Math.Round(value, decimals).ToString("#,0." + new string('#', decimals), CultureInfo.CurrentCulture);
}
