using System.Globalization;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using static IncidentReporting.Web.Pages.Incidents.Case.CaseTexts;

namespace IncidentReporting.Web.Pages.Incidents.Case;

/// <summary>How far the police report has come, on a line of five steps.</summary>
internal static class PoliceTrack
{
    public static readonly IReadOnlyList<string> Steps = ["decision", "reported", "investigation", "prosecution", "judgment"];

    /// <summary>Of each step: done, now, ended (it stops there) or ahead.</summary>
    public static IReadOnlyList<TrackStep> Of(PoliceView police)
    {
        var (done, next) = police.Status switch
        {
            PoliceStatus.Undecided => (0, "now"),
            PoliceStatus.DecidedReport => (1, "now"),
            PoliceStatus.DecidedNot => (1, "ahead"),
            PoliceStatus.Reported or PoliceStatus.UnknownAfterCheck => (2, "now"),
            PoliceStatus.NotOpened or PoliceStatus.Discontinued => (2, "ended"),
            PoliceStatus.ReviewRequested => (2, "now"),
            PoliceStatus.Opened => (3, "now"),
            PoliceStatus.NoProsecution => (3, "ended"),
            PoliceStatus.Charged or PoliceStatus.TrialScheduled => (4, "now"),
            PoliceStatus.Appealed => (4, "now"),
            _ => (5, "now"),
        };
        return [.. Steps.Select((step, index) => new TrackStep(step, index < done ? "done" : index == done ? next : "ahead", index < done ? WhenOf(police, index) : null))];
    }

    /// <summary>Why it is not reported, what the exposed person thinks of that, and when it is taken up again.</summary>
    public static string WhyNot(PoliceEventView decision, DateTimeOffset now) => string.Join(' ', new[]
    {
        decision.Reasons.Count > 0 ? T("police.reasons", Codes.Labels(CodeLists.PoliceReasons, decision.Reasons).ToLower(CultureInfo.CurrentCulture)) : null,
        decision.ExposedAgrees is { } agrees ? T($"police.agrees.{agrees}") : null,
        decision.ReviewAt is { } review ? T("police.review", Times.Date(review, now)) : null,
    }.OfType<string>());

    private static DateTimeOffset? WhenOf(PoliceView police, int step) =>
        police.Events.Where(item => !item.Corrected && StepOf(item.Status) == step).Select(item => (DateTimeOffset?)item.At).Min();

    private static int StepOf(PoliceStatus status) => status switch
    {
        PoliceStatus.DecidedReport or PoliceStatus.DecidedNot => 0,
        PoliceStatus.Reported => 1,
        PoliceStatus.Opened => 2,
        PoliceStatus.Charged => 3,
        PoliceStatus.Convicted or PoliceStatus.Acquitted or PoliceStatus.PenaltyOrder => 4,
        _ => -1,
    };
}

internal sealed record TrackStep(string Name, string State, DateTimeOffset? At);
