using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Application.SavedViews;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.SubjectAccess;

/// <summary>Gathers what is held about a person, by the person's own eyes: never more than she may read herself.</summary>
internal sealed class PersonDataReader(IIncidentReportingDb db, IOrgCharts charts, ICaseKeys keys, MassReading mass, ICurrentUser caller, TimeProvider time)
{
    private const string Action = "subject_access";

    /// <param name="reason">Why another than herself asks, as a code; told in the log of each case.</param>
    public async Task<PersonData> ReadAsync(Person person, string? reason, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var chart = await charts.OfAsync(person.EmployerId, cancellationToken);
        var subject = new Subject(
            person.Id, person.EmployerId, [.. chart.RolesOf(person.Id, now).Select(held => new HeldRole(held.Role, held.Unit, chart.Reach(held.Unit)))], caller.Language);
        var (cases, leftOut) = await CasesAsync(subject, chart, now, reason, cancellationToken);
        if (reason is not null)
        {
            db.Set<LogEntry>().Add(OrganisationLog.Entry(caller, Role.DataProtectionOfficer, Action, person.Id.Value, now, $"reason={reason}"));
        }

        await db.SaveChangesAsync(cancellationToken);
        await mass.LookAsync(caller.Id, chart, now, cancellationToken);
        var id = person.Id;
        return new PersonData(
            now,
            new AccountData(
                id, person.Name, person.Email, chart.Unit(person.HomeUnitId)?.Name ?? string.Empty, chart.LanguageOf(id), person.HasProtectedIdentity, person.IsDisabled),
            [.. chart.AssignmentsOf(id).OrderBy(role => role.From).Select(role => new RoleData(role.Role, chart.Unit(role.UnitId)?.Name ?? string.Empty, role.From, role.To))],
            [.. chart.AbsencesOf(id).OrderBy(absence => absence.From).Select(absence => new AbsenceData(absence.From, absence.To))],
            await db.Set<UserSession>().AsNoTracking().Where(row => row.UserId == id).OrderByDescending(row => row.CreatedAt)
                .Select(row => new SessionData(row.CreatedAt, row.LastSeenAt, row.UserAgent, row.RevokedAt)).ToListAsync(cancellationToken),
            await db.Set<AccessToken>().AsNoTracking().Where(row => row.UserId == id).OrderByDescending(row => row.CreatedAt)
                .Select(row => new TokenData(row.Name, row.CreatedAt, row.ExpiresAt, row.LastUsedAt, row.RevokedAt)).ToListAsync(cancellationToken),
            await db.Set<SavedView>().AsNoTracking().Where(row => row.UserId == id).OrderBy(row => row.Name).Select(row => row.Name).ToListAsync(cancellationToken),
            await db.Set<OutboxMessage>().AsNoTracking().Where(row => row.RecipientId == id).OrderByDescending(row => row.CreatedAt)
                .Select(row => new MailData(row.Template, row.Rule, row.Number, row.CreatedAt, row.SentAt, row.State)).ToListAsync(cancellationToken),
            cases,
            leftOut == 0 ? null : new LeftOutData(leftOut, SubjectTexts.LeftOut(leftOut)),
            new CorrectionPath("PATCH", "/api/v1/incidents/{id}"));
    }

    private async Task<(List<CaseData> Cases, int LeftOut)> CasesAsync(Subject subject, OrgChart chart, DateTimeOffset now, string? reason, CancellationToken cancellationToken)
    {
        var id = subject.Id;
        var hers = db.Set<Incident>().AsNoTracking().ReadableBy(subject)
            .Where(incident => incident.ReporterId == id || incident.HandlerId == id || incident.Exposed.Any(exposed => exposed.UserId == id))
            .Where(incident => incident.State != IncidentState.Draft || id == caller.Id);

        // Whoever is kept out of a case does not read it in another's name either.
        var hidden = id == caller.Id
            ? []
            : await hers.IgnoreAutoIncludes().KeptFrom(caller.Id).Select(incident => incident.Id).ToListAsync(cancellationToken);
        var incidents = await hers.Where(incident => !hidden.Contains(incident.Id)).OrderBy(incident => incident.CreatedAt).ToListAsync(cancellationToken);
        var gone = await keys.GoneAsync([.. incidents.Select(incident => incident.Id)], cancellationToken);
        var cases = new List<CaseData>(incidents.Count);
        foreach (var incident in incidents.Where(incident => !gone.Contains(incident.Id)))
        {
            var roles = CaseRoles.Of(incident, subject, chart, now);
            var own = roles.Where(role => role is CaseRole.Exposed or CaseRole.Reporter).ToList();
            var view = own.Count == 0 ? null : Masked(incident, own, new IncidentViewer(incident, own, subject, chart, now, new MaskedNames(incident, chart, subject, now)).Show([]), id);
            cases.Add(new CaseData(
                incident.Id, incident.Number, incident.State,
                [
                    .. incident.ExposedAs(id) is not null ? (string[])["exposed"] : [],
                    .. incident.ReporterId == id ? (string[])["reporter"] : [],
                    .. incident.HandlerId == id ? (string[])["handler"] : [],
                ],
                view,
                [
                    .. incident.Notes.Where(note => note.By == id).Select(note => new WrittenData("note", note.At, note.Text)),
                    .. incident.Attachments.Where(attachment => attachment.By == id).Select(attachment => new WrittenData("evidence", attachment.At, attachment.FileName)),
                ],
                incident.ExposedAs(id) is null ? [] : await ReadingsAsync(incident.Id, cancellationToken)));
            db.Set<LogEntry>().Add(Reading(incident, own, now, view is null ? "written" : ShownFields.Of(view), reason));
        }

        return (cases, hidden.Count);
    }

    // What is said of several persons who were hit at once is said of each; only she who wrote it knows of whom.
    private static IncidentView Masked(Incident incident, List<CaseRole> own, IncidentView view, UserId subject)
    {
        var self = incident.ExposedAs(subject)?.Id;
        var others = incident.Exposed.Any(exposed => exposed.Id != self && exposed.UserId is not null);
        var tellsOfOthers = others && !own.Contains(CaseRole.Reporter);
        string[] kept = tellsOfOthers ? ["counterpart.identity", "counterpart.userId", "consequences", "perceivedSeverity", "hateMotives", "wishes"] : ["counterpart.identity", "counterpart.userId"];
        return view with
        {
            Exposed = [.. view.Exposed.Select(exposed => exposed.Self ? exposed : exposed with { UserId = null, Name = exposed.UserId is null ? null : SubjectTexts.Part("exposed"), OccupationalGroup = null })],
            Counterpart = view.Counterpart with { Identity = default, UserId = default },
            Consequences = tellsOfOthers ? default : view.Consequences,
            PerceivedSeverity = tellsOfOthers ? default : view.PerceivedSeverity,
            HateMotives = tellsOfOthers ? default : view.HateMotives,
            Wishes = tellsOfOthers ? default : view.Wishes,
            Corrections = [.. view.Corrections.Where(correction => !correction.Field.StartsWith("counterpart.identity", StringComparison.Ordinal) && correction.Field != "counterpart.userId" && !kept.Contains(correction.Field))],
            Support = view.Support with
            {
                Offers = view.Support.Offers.IsShown
                    ? Shown.Of<IReadOnlyList<OfferView>>([.. view.Support.Offers.Value!.Where(offer => offer.ExposedId == self || (offer.ExposedId is null && !others))])
                    : default,
                Ratings = view.Support.Ratings.IsShown
                    ? Shown.Of<IReadOnlyList<RatingView>>([.. view.Support.Ratings.Value!.Where(rating => rating.ExposedId == self)])
                    : default,
            },
            AllowedActions = [],
            Withheld = [.. view.Withheld.Union(kept).Order(StringComparer.Ordinal)],
        };
    }

    private async Task<List<ReadingData>> ReadingsAsync(IncidentId id, CancellationToken cancellationToken) =>
        await db.Set<LogEntry>().AsNoTracking().Where(entry => entry.IncidentId == id && entry.Group == CaseLog.Read).OrderBy(entry => entry.At)
            .Select(entry => new ReadingData(entry.At, entry.CaseRole, entry.Action, entry.Fields)).ToListAsync(cancellationToken);

    private LogEntry Reading(Incident incident, List<CaseRole> own, DateTimeOffset now, string fields, string? reason) => new()
    {
        Id = OrderedId.New(now),
        EmployerId = incident.EmployerId,
        At = now,
        ActorId = caller.Id,
        CaseRole = reason is not null ? CaseRole.DataProtectionOfficer : own.Count > 0 ? own[0] : CaseRole.Manager,
        Action = Action,
        IncidentId = incident.Id,
        Fields = fields,
        Group = CaseLog.Read,
        FieldGroup = FieldGroup.Reads,
    };

    private sealed record Subject(UserId Id, EmployerId EmployerId, IReadOnlyList<HeldRole> Roles, string Language) : ICurrentUser;
}
