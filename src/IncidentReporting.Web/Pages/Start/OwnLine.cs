using IncidentReporting.Application.Incidents.ListOwn;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using static IncidentReporting.Web.Pages.Start.StartTexts;

namespace IncidentReporting.Web.Pages.Start;

/// <summary>One of my cases as a row: its number, where it stands, and the next step in words.</summary>
public sealed record OwnLine(string Href, string Heading, string State, string? Kind, string Help)
{
    public static OwnLine Of(OwnIncident own, DateTimeOffset now)
    {
        if (own.SavedAt is { } saved)
        {
            var at = Times.Day(saved, now) == Times.Day(now, now) ? Times.Hour(saved) : Times.Short(saved);
            return new OwnLine($"/report/{own.Id.Value}", T("draft"), T("draft.saved", at), Kind: null, T("draft.help"));
        }

        var href = $"/incidents/{own.Number}";
        if (own.Asked is { } asked)
        {
            return new OwnLine(AnsweredAt(href, asked), own.Number!, T("turn"), "warn", T($"asked.{asked}"));
        }

        var (state, kind) = StateOf(own.State);
        return new OwnLine(href, own.Number!, state, kind, own.Next is { } next ? NextStep(next, own.IsExposed, now) : T("next.none"));
    }

    private static string AnsweredAt(string href, string asked) => asked switch
    {
        "answer_closure" => $"{href}/closure-answer",
        "rate_support" => $"{href}/rate",
        "take_over" => $"{href}/take-over",
        _ => href,
    };

    private static (string Text, string? Kind) StateOf(IncidentState state) => state switch
    {
        IncidentState.Submitted => (T("state.submitted"), "info"),
        IncidentState.Acknowledged or IncidentState.Assessed or IncidentState.InProgress or IncidentState.FollowUp or IncidentState.Reopened => (T("state.open"), "info"),
        IncidentState.Closed => (Label(state), "ok"),
        _ => (Label(state), null),
    };

    private static string Label(IncidentState state) => Codes.Label(CodeLists.IncidentStates, SnakeCase.Of(state));

    // What is overdue is the employer's doing, and said as such, with whom to turn to.
    private static string NextStep(OwnNext next, bool isExposed, DateTimeOffset now)
    {
        var what = isExposed ? ToYou.Say(next.Rule, next.By?.Name) : T("next.other");
        return next.Overdue ? T("next.late", what, Times.Day(next.DueAt, now)) : T("next.until", what, Times.Of(next.DueAt, now));
    }
}
