using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Persistence.Bulk;
using IncidentReporting.Infrastructure.Statistics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IncidentReporting.Infrastructure.Demonstration;

/// <summary>Writes whole new cases, with their parts and facts, many at once.</summary>
internal sealed class CaseTables
{
    private readonly AppDb _db;
    private readonly Dictionary<EmployerId, WorkCalendar> _calendars = [];
    private readonly List<Func<IReadOnlyList<NewCase>, BulkRows>> _tables;
    private readonly EntityTable<StatFact, StatFact> _facts;
    private readonly EntityTable<LogEntry, LogEntry> _log;
    private readonly EntityTable<Obligation, Obligation> _duties;

    public CaseTables(AppDb db)
    {
        _db = db;
        var model = db.Model;
        var incidents = new EntityTable<NewCase, Incident>(model, row => row.Incident, (row, name) => row.Facts.Column(name));
        _tables =
        [
            incidents.Of,
            Parts<ExposedPerson>(model, incident => incident.Exposed, (row, exposed) => row.Facts.KeyOf(exposed.Id)),
            Parts<SupportOffer>(model, incident => incident.Offers),
            Parts<SupportRating>(model, incident => incident.Ratings),
            Parts<PoliceEvent>(model, incident => incident.Police),
            Parts<AuthorityNotice>(model, incident => incident.Notices),
            Parts<PreventiveAction>(model, incident => incident.Actions),
            Parts<FollowUp>(model, incident => incident.FollowUps),
            Parts<Influence>(model, incident => incident.Influences),
            Parts<CaseNote>(model, incident => incident.Notes),
            Parts<Attachment>(model, incident => incident.Attachments),
            Parts<Correction>(model, incident => incident.Corrections),
            Parts<ClosureProposal>(model, incident => incident.Proposals),
            Parts<ClosureAnswer>(model, incident => incident.Answers),
        ];
        _facts = new EntityTable<StatFact, StatFact>(model, fact => fact);
        _log = new EntityTable<LogEntry, LogEntry>(model, entry => entry);
        _duties = new EntityTable<Obligation, Obligation>(model, duty => duty);
    }

    /// <summary>Within the open transaction.</summary>
    public async Task WriteAsync(IEnumerable<(Incident Incident, Employer Employer)> cases, IEnumerable<LogEntry> log, IEnumerable<Obligation> duties, CancellationToken cancellationToken)
    {
        var rows = cases.Select(one => new NewCase(one.Incident, NewFacts.Of(one.Incident, CalendarOf(one.Employer)))).ToList();
        foreach (var table in _tables)
        {
            await _db.BulkInsertAsync(table(rows), cancellationToken);
        }

        await _db.BulkInsertAsync(_facts.Of(rows.SelectMany(row => row.Facts.Facts)), cancellationToken);
        await _db.BulkInsertAsync(_log.Of(log), cancellationToken);
        await _db.BulkInsertAsync(_duties.Of(duties), cancellationToken);
    }

    private static Func<IReadOnlyList<NewCase>, BulkRows> Parts<TPart>(
        IModel model, Func<Incident, IReadOnlyList<TPart>> parts, Func<NewCase, TPart, object?>? key = null)
        where TPart : class
    {
        var table = new EntityTable<(NewCase Case, TPart Part), TPart>(
            model, row => row.Part, (row, name) => name == StatColumns.Key ? key?.Invoke(row.Case, row.Part) : row.Case.Incident.Id);
        return cases => table.Of(cases.SelectMany(row => parts(row.Incident).Select(part => (row, part))));
    }

    private WorkCalendar CalendarOf(Employer employer)
    {
        if (!_calendars.TryGetValue(employer.Id, out var calendar))
        {
            _calendars[employer.Id] = calendar = WorkCalendar.In(employer.TimeZone);
        }

        return calendar;
    }

    private sealed record NewCase(Incident Incident, NewFacts Facts);
}
