namespace IncidentReporting.Application.Incidents.ShowSheet;

/// <summary>The report of a work injury to Försäkringskassan (SFB 42:10). Each injured person has a report of her own.</summary>
internal sealed class InjurySheet() : SheetForm("fk_injury", "description", "consequences", "assessment", "notifications")
{
    protected override IEnumerable<SheetSection> Sections(SheetCase it) =>
    [
        it.Employer(),
        it.Affected("Injured"),
        it.Rows().ToFillIn("PersonalNumber").ToFillIn("EmploymentForm").ToFillIn("FirstDayAbsent").As("AboutInjured"),
        it.WhatHappened(),
        it.WhenAndWhere(),
        it.Consequences(),
        it.Measures(),
        it.NoticesTo("fk_injury"),
    ];
}
