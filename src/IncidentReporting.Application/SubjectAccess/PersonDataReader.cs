using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Application.SavedViews;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.SubjectAccess;

/// <summary>Gathers what is held about a person, by the person's own eyes: never more than she may read herself.</summary>
internal sealed class PersonDataReader(IIncidentReportingDb db, IOrgCharts charts, SubjectCases cases, MassReading mass, ICurrentUser caller, TimeProvider time)
{
    public const string Action = "subject_access";

    /// <param name="reason">Why another than herself asks, as a code; told in the log of each case.</param>
    public async Task<PersonData> ReadAsync(Person person, string? reason, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var chart = await charts.OfAsync(person.EmployerId, cancellationToken);
        var subject = new Subject(
            person.Id, person.EmployerId, [.. chart.RolesOf(person.Id, now).Select(held => new HeldRole(held.Role, held.Unit, chart.Reach(held.Unit)))], caller.Language);
        var found = await cases.ReadAsync(subject, chart, now, reason, cancellationToken);
        if (reason is not null)
        {
            // Beside the readings of a case that hides who was hit, her id would tell whoever reads the log who it was.
            db.Set<LogEntry>().Add(OrganisationLog.Entry(caller, Role.DataProtectionOfficer, Action, found.Hides ? null : person.Id.Value, now, $"reason={reason}"));
        }

        await db.SaveChangesAsync(cancellationToken);
        await mass.LookAsync(caller.Id, chart, now, cancellationToken);
        var id = person.Id;

        // The number of a case is kept from whoever is kept out of it, whether it is she who asks or she who is asked about.
        var (keptFromCaller, keptFromHer) = (db.Set<Incident>().KeptFrom(caller.Id), db.Set<Incident>().KeptFrom(id));
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
            await db.Set<OutboxMessage>().AsNoTracking().Where(row => row.RecipientId == id && !keptFromCaller.Any(incident => incident.Id == row.IncidentId) && !keptFromHer.Any(incident => incident.Id == row.IncidentId)).OrderByDescending(row => row.CreatedAt)
                .Select(row => new MailData(row.Template, row.Rule, row.Number, row.CreatedAt, row.SentAt, row.State)).ToListAsync(cancellationToken),
            found.Cases,
            found.LeftOut == 0 ? null : new LeftOutData(found.LeftOut, SubjectTexts.LeftOut(found.LeftOut)),
            reason is null ? null : new OwnPath("GET", "/api/v1/me/data", SubjectTexts.HersAlone),
            new CorrectionPath("PATCH", "/api/v1/incidents/{id}"));
    }

    private sealed record Subject(UserId Id, EmployerId EmployerId, IReadOnlyList<HeldRole> Roles, string Language) : ICurrentUser;
}
