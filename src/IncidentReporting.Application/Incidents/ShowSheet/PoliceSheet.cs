using System.Globalization;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;

namespace IncidentReporting.Application.Incidents.ShowSheet;

/// <summary>What a police report asks for, with the address and phone of the work and never of the home.</summary>
internal sealed class PoliceSheet() : SheetForm("police", "description", "platform", "counterpart.identity", "consequences", "attachments", "police")
{
    protected override IEnumerable<SheetSection> Sections(SheetCase it) =>
    [
        it.WhatHappened(),
        it.WhenAndWhere(),
        it.Affected("WhoWasHit"),
        Reaching(it),
        Counterpart(it),
        it.Consequences(),
        Hints(it),
        Evidence(it),
        Standing(it),
        Checklist(it),
    ];

    private static SheetSection Reaching(SheetCase it) => it.Rows()
        .Row("WorkAddress", SheetCase.Joined(it.View.Unit.Name, it.Chart.Employer.Name))
        .ToFillIn("WorkStreet")
        .ToFillIn("WorkPhone")
        .Row("ContactPerson", it.Contact() is { } contact ? it.NameOf(contact) : null)
        .Row("ContactEmail", it.Contact() is { } reached ? it.EmailOf(reached) : null)
        .As("HowToReach");

    private static SheetSection Counterpart(SheetCase it)
    {
        var counterpart = it.View.Counterpart;
        return it.Rows()
            .Row("Identity", counterpart.Identity.Value?.Value)
            .Row("Relation", it.Label(CodeLists.CounterpartRelations, counterpart.Relation))
            .Row("Count", it.Label(CodeLists.CounterpartCounts, counterpart.Count))
            .Row("Age", it.Label(CodeLists.CounterpartAges, counterpart.Age))
            .Row("Repeat", it.Label(CodeLists.CounterpartRepeats, counterpart.Repeat))
            .Row("HateMotives", it.Labels(CodeLists.HateMotives, it.View.HateMotives.Value))
            .As("CounterpartTitle");
    }

    private static SheetSection Hints(SheetCase it)
    {
        var hints = OffenceHints.For(it.View.Kinds, it.OccurredOn());
        return it.Rows()
            .Row("PoliceDecide", hints.Count > 0 ? OffenceHints.Reservation.In(it.Language) : null)
            .Each(hints, (rows, hint) => rows.Named(string.Format(CultureInfo.InvariantCulture, it.Text("Section"), hint.Section), hint.Label(it.Language)))
            .As("Hints");
    }

    private static SheetSection Evidence(SheetCase it) => it.Rows()
        .Each(it.View.Attachments.Value, (rows, file) => rows.Row("EvidenceRow", OfFile(it, file)))
        .As("Evidence");

    private static string OfFile(SheetCase it, AttachmentView file) => SheetCase.Joined(
        it.Label(CodeLists.EvidenceTypes, file.Type),
        file.FileName.Value,
        file.CapturedAt is { } captured ? $"{it.Text("Captured")} {it.Time(captured)}" : null,
        $"{it.Text("Received")} {it.Time(file.ReceivedAt)}",
        string.Create(CultureInfo.InvariantCulture, $"{file.Size} {it.Text("Bytes")}"),
        file.Url?.Value,
        file.Description?.Value,
        $"SHA-256 {file.Sha256}");

    private static SheetSection Standing(SheetCase it)
    {
        var police = it.View.Police.Value;
        return it.Rows()
            .Row("PoliceStatus", police is null ? null : it.Label(CodeLists.PoliceStatuses, SnakeCase.Of(police.Status)))
            .Row("PoliceCaseNumber", police?.CaseNumber?.Value)
            .As("PoliceStanding");
    }

    private static SheetSection Checklist(SheetCase it) => it.Rows()
        .Row("Check_access", it.Text("Ground_access"))
        .Row("Check_work_contact", it.Text("Ground_access"))
        .Row("Check_protection", it.Text("Ground_protection"))
        .Row("Check_told", it.Text("Ground_told"))
        .Row("Check_confirmation", it.Text("Ground_confirmation"))
        .Row("Check_client_data", it.Text("Ground_client_data"))
        .As("Checklist", isChecklist: true);
}
