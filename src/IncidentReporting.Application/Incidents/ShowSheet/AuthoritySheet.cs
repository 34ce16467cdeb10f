using IncidentReporting.Domain.Codes;

namespace IncidentReporting.Application.Incidents.ShowSheet;

/// <summary>The notice of a serious event to Arbetsmiljöverket (AML 3:3a), in the order its form asks.</summary>
internal sealed class AuthoritySheet() : SheetForm("av_33a", "description", "consequences", "assessment", "notifications")
{
    protected override IEnumerable<SheetSection> Sections(SheetCase it) =>
    [
        it.Employer(),
        it.WhatHappened(),
        it.WhenAndWhere(),
        it.Affected("Injured"),
        it.Consequences(),
        Assessment(it),
        it.Measures(),
        it.NoticesTo("av_33a"),
    ];

    private static SheetSection Assessment(SheetCase it)
    {
        var given = it.View.Assessment.Value;
        return it.Rows()
            .Row("AvDuty", it.Label(CodeLists.AvDuties, given?.AvDuty))
            .Row("AvReason", given?.AvReason?.Value)
            .Row("Danger", it.Label(CodeLists.Dangers, given?.Danger))
            .Row("Staffing", it.Label(CodeLists.Staffing, given?.Staffing))
            .Row("Alarm", it.Label(CodeLists.Alarms, given?.Alarm))
            .Row("RiskAssessed", it.Label(CodeLists.RiskAssessedBefore, given?.RiskAssessedBefore))
            .Row("Circumstances", it.Labels(CodeLists.Circumstances, given?.Circumstances))
            .Row("AssessmentText", given?.Text?.Value)
            .As("AssessmentTitle");
    }
}
