using System.Globalization;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Incidents.ShowSheet;

/// <summary>A case as its reader sees it, in words. A sheet leaves the house, so that a person with protected identity has an alias on it for everyone.</summary>
internal sealed class SheetCase(OpenCase open, IncidentView view)
{
    public IncidentView View => view;

    public OrgChart Chart => open.Chart;

    public DateTimeOffset Now => open.Now;

    public TimeZoneInfo Zone => open.Zone;

    /// <summary>What the reader is to the case in the first place.</summary>
    public CaseRole Role => open.Roles[0];

    public string Language => open.User.Language;

    public SheetRows Rows() => new(this);

    public string Text(string name) => SheetTexts.Get(name, Language);

    public string? Label(CodeList list, string? code) => code is null ? null : list.Label(code, Language);

    public string Labels(CodeList list, IEnumerable<string>? codes) => string.Join("; ", (codes ?? []).Select(code => list.Label(code, Language)));

    /// <summary>Date and time of day at the employer.</summary>
    public string Time(DateTimeOffset at) => Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public string Day(DateTimeOffset at) => Local(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>When it happened, no more exact than it was told.</summary>
    public string? Occurred() => view.OccurredAt is not { } at ? null
        : $"{(view.OccurredPrecision is "exact" or "about" ? Time(at) : Day(at))} ({Label(CodeLists.OccurredPrecisions, view.OccurredPrecision)})";

    public DateOnly OccurredOn() => Chart.DayOf(view.OccurredAt ?? Now);

    public string NameOf(UserId person) => IsProtected(person) ? Text("ProtectedPerson") : Chart.Person(person)!.Name;

    /// <summary>The address at work, which is also how the police can reach the person without knowing where she lives.</summary>
    public string? EmailOf(UserId person) => IsProtected(person) ? null : Chart.Person(person)!.Email;

    public string NameOf(ExposedView exposed) =>
        exposed.UserId is { } person ? NameOf(person) : exposed.Name ?? Label(CodeLists.AffectedRoles, exposed.Role)!;

    /// <summary>Who is asked about the case: whoever handles it.</summary>
    public UserId? Contact() => open.Handler();

    public string Representatives() =>
        string.Join("; ", Chart.HoldersOf(Domain.Organisation.Role.SafetyRepresentative, view.Unit.Id, Now).Select(person => NameOf(person.Id)));

    public SheetSection WhatHappened() => Rows()
        .Row("Kinds", Labels(CodeLists.IncidentKinds, view.Kinds))
        .Row("Description", view.Description.Value?.Value)
        .Row("Channels", Labels(CodeLists.Channels, view.Channels))
        .Row("Platform", view.Platform.Value?.Value)
        .As("WhatHappened");

    public SheetSection WhenAndWhere() => Rows()
        .Row("Occurred", Occurred())
        .Row("Place", Label(CodeLists.Places, view.Place))
        .Row("Situations", Labels(CodeLists.Situations, view.Situations))
        .Row("OnDutyState", Label(CodeLists.OnDutyStates, view.OnDutyState))
        .Row("Reported", view.SubmittedAt is { } at ? Time(at) : null)
        .As("WhenAndWhere");

    public SheetSection Employer() => Rows()
        .Row("EmployerName", Chart.Employer.Name)
        .Row("Sector", Label(CodeLists.Sectors, Chart.Employer.Sector))
        .Row("Workplace", view.Unit.Name)
        .ToFillIn("WorkplaceAddress")
        .ToFillIn("OrganisationNumber")
        .Row("ContactPerson", Contact() is { } contact ? NameOf(contact) : null)
        .Row("ContactEmail", Contact() is { } reached ? EmailOf(reached) : null)
        .ToFillIn("ContactPhone")
        .Row("Representatives", Representatives())
        .As("Employer");

    public SheetSection Affected(string title) => Rows()
        .Each(view.Exposed, (rows, exposed) => rows.Row("Person", Joined(
            NameOf(exposed), Label(CodeLists.AffectedRoles, exposed.Role), Label(CodeLists.OccupationalGroups, exposed.OccupationalGroup),
            exposed.UserId is { } person ? EmailOf(person) : null)))
        .As(title);

    public SheetSection Measures() => Rows()
        .Each(view.Actions, (rows, action) => rows.Row("Measure", Joined(
            Label(CodeLists.ActionTypes, action.Type), action.Description.Value?.Value, Label(CodeLists.ActionStates, SnakeCase.Of(action.State)),
            action.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))))
        .As("Measures");

    public SheetSection Consequences() => Rows()
        .Row("Injury", Label(CodeLists.Injuries, view.Assessment.Value?.Injury))
        .Row("Consequences", Labels(CodeLists.Consequences, view.Consequences.Value))
        .As("ConsequencesTitle");

    public SheetSection NoticesTo(string addressee) => Rows()
        .Each(
            view.Notifications.Value?.Where(notice => notice.Addressee == addressee),
            (rows, notice) => rows.Row("Notice", Joined(Time(notice.At), Label(CodeLists.NotificationStatuses, notice.Status), notice.Reference?.Value)))
        .As("NoticesTitle");

    public static string Joined(params string?[] parts) => string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));

    private bool IsProtected(UserId person) =>
        Chart.Person(person) is null or { HasProtectedIdentity: true } || (view.ProtectedIdentity && open.Incident.ExposedAs(person) is not null);

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);
}
