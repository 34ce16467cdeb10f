using IncidentReporting.Application.Idempotency;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Sealing;
using IncidentReporting.Infrastructure.Statistics;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Retention;

/// <summary>Takes a case out of the database, within the caller's transaction: a husk stays, its facts stand without a person, and its key and files are ordered to be destroyed.</summary>
internal sealed class CaseErasure(AppDb db, Destruction destruction, IErasure erasure, ICellProtections protections)
{
    public async Task EraseAsync(Incident incident, Guid run, Actor by, CancellationToken cancellationToken)
    {
        var id = incident.Id;
        var persons = incident.Exposed.Where(person => person.UserId is not null).ToDictionary(person => person.Id, person => person.UserId!.Value.Value);
        List<Guid> files = [.. incident.Attachments.Select(attachment => attachment.Id)];
        var entry = db.Entry(incident);
        var key = entry.Property<byte[]?>(SealColumns.Key);
        await destruction.OrderAsync(key.CurrentValue is { } stored ? [CaseKey.Parse(stored)] : [], files, cancellationToken);
        await ForgetPersonsAsync(entry.Property<int?>(StatColumns.Month).CurrentValue, entry.Property<Guid?>(StatColumns.Unit).CurrentValue, persons, cancellationToken);

        incident.Erase(run, "case", await CalendarAsync(incident, cancellationToken), by);
        key.CurrentValue = null;
        entry.Property<Guid?>(SealColumns.WrappedBy).CurrentValue = null;
        foreach (var happened in incident.TakeEvents())
        {
            db.Add(CaseLog.Of(incident, happened));
        }

        await db.SaveChangesAsync(cancellationToken);
        await DeleteAroundAsync(id, cancellationToken);
    }

    private async Task<WorkCalendar> CalendarAsync(Incident incident, CancellationToken cancellationToken) =>
        WorkCalendar.In(await db.Set<Employer>().Where(employer => employer.Id == incident.EmployerId).Select(employer => employer.TimeZone).SingleAsync(cancellationToken));

    private async Task DeleteAroundAsync(IncidentId id, CancellationToken cancellationToken)
    {
        await erasure.EraseAnswersOfAsync(db, id, cancellationToken);
        await db.Set<OnwardDisclosure>().Where(row => row.IncidentId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<Obligation>().Where(row => row.IncidentId == id && row.SubjectKind == SubjectKind.Case).ExecuteDeleteAsync(cancellationToken);
        await db.Set<DigestItem>().Where(row => row.IncidentId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<OutboxMessage>().Where(row => row.IncidentId == id).ExecuteDeleteAsync(cancellationToken);
    }

    // Until the persons of the year are final she must still be counted once, whatever else she was exposed to.
    private async Task ForgetPersonsAsync(int? month, Guid? unit, Dictionary<Guid, Guid> persons, CancellationToken cancellationToken)
    {
        if (month is not { } code || unit is not { } place || persons.Count == 0)
        {
            return;
        }

        var year = code / 100;
        var final = await db.Set<StatRelease>().AnyAsync(release => release.Year == year && release.Month == 0 && release.Stage == (int)ReleaseStage.Final, cancellationToken);
        var sources = persons.Keys.ToList();
        var facts = await db.Set<StatFact>()
            .Where(fact => fact.Fact == (int)StatFactKind.Exposures && fact.Month == code && fact.UnitId == place && sources.Contains(fact.SourceId)).ToListAsync(cancellationToken);
        foreach (var fact in facts)
        {
            fact.PersonRef = final ? null : protections.PersonRef(persons[fact.SourceId], year);
            fact.PersonId = null;
        }
    }
}
