using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Persistence.Bulk;
using IncidentReporting.Infrastructure.Sealing;
using IncidentReporting.Infrastructure.Statistics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IncidentReporting.Infrastructure.Demonstration;

/// <summary>Writes whole new cases, with their parts and facts, many at once.</summary>
internal sealed class CaseTables
{
    private readonly AppDb _db;
    private readonly List<Func<IReadOnlyList<NewCase>, BulkRows>> _tables;
    private readonly List<Func<IReadOnlyList<NewCase>, BulkRows>> _more;
    private readonly EntityTable<StatFact, StatFact> _facts;
    private readonly EntityTable<LogEntry, LogEntry> _log;
    private readonly EntityTable<Obligation, Obligation> _duties;

    public CaseTables(AppDb db)
    {
        _db = db;
        var model = db.Model;
        var incidents = new EntityTable<NewCase, Incident>(model, row => row.Incident, (row, name) => name is SealColumns.Key or SealColumns.WrappedBy ? row.Seal.Column(name) : row.Facts.Column(name));
        var sealing = SealedType.Of(model.FindEntityType(typeof(Incident))!)!;
        _tables =
        [
            cases => incidents.Of(cases.Select(row => Sealed(row, sealing, row.Incident, row))),
            Parts<ExposedPerson>(model, incident => incident.Exposed, (row, exposed) => row.Facts.KeyOf(exposed.Id)),
            Parts<SupportOffer>(model, incident => incident.Offers),
            Parts<SupportRating>(model, incident => incident.Ratings),
            Parts<PoliceEvent>(model, incident => incident.Police),
        ];
        _more =
        [
            Parts<AuthorityNotice>(model, incident => incident.Notices),
            Parts<PreventiveAction>(model, incident => incident.Actions),
            Parts<FollowUp>(model, incident => incident.FollowUps),
            Parts<Influence>(model, incident => incident.Influences),
            Parts<CaseNote>(model, incident => incident.Notes),
            Parts<Attachment>(model, incident => incident.Attachments),
            Parts<Takedown>(model, incident => incident.Takedowns),
            Parts<Correction>(model, incident => incident.Corrections),
            Parts<ClosureProposal>(model, incident => incident.Proposals),
            Parts<ClosureAnswer>(model, incident => incident.Answers),
        ];
        _facts = new EntityTable<StatFact, StatFact>(model, fact => fact);
        _log = new EntityTable<LogEntry, LogEntry>(model, entry => entry);
        _duties = new EntityTable<Obligation, Obligation>(model, duty => duty);
    }

    /// <summary>With what a save would have added; needs no database.</summary>
    public static List<NewCase> Prepare(IEnumerable<(Incident Incident, Employer Employer)> cases)
    {
        var calendars = new Dictionary<EmployerId, WorkCalendar>();
        return [.. cases.Select(one => new NewCase(one.Incident, NewFacts.Of(one.Incident, CalendarOf(one.Employer))))];

        WorkCalendar CalendarOf(Employer employer) =>
            calendars.TryGetValue(employer.Id, out var calendar) ? calendar : calendars[employer.Id] = WorkCalendar.In(employer.TimeZone);
    }

    /// <summary>Whole cases, within the open transaction.</summary>
    public async Task WriteAsync(IReadOnlyList<NewCase> cases, IEnumerable<LogEntry> log, IEnumerable<Obligation> duties, CancellationToken cancellationToken)
    {
        await WriteAsync(cases, _tables.Concat(_more), cancellationToken);
        await _db.BulkInsertAsync(_log.Of(log), cancellationToken);
        await _db.BulkInsertAsync(_duties.Of(duties), cancellationToken);
    }

    /// <summary>Of each case what the statistics are made of, and its facts.</summary>
    public Task WriteFactsAsync(IReadOnlyList<NewCase> cases, CancellationToken cancellationToken) => WriteAsync(cases, _tables, cancellationToken);

    private async Task WriteAsync(IReadOnlyList<NewCase> cases, IEnumerable<Func<IReadOnlyList<NewCase>, BulkRows>> tables, CancellationToken cancellationToken)
    {
        foreach (var one in cases)
        {
            one.Seal = await _db.Seals.DrawAsync(_db, one.Incident.Id.Value, one.Incident.EmployerId.Value, cancellationToken);
            one.Seal.Seal.Version = one.Incident.Version;
        }

        foreach (var table in tables)
        {
            await _db.BulkInsertAsync(table(cases), cancellationToken);
        }

        await _db.BulkInsertAsync(_facts.Of(cases.SelectMany(one => one.Facts.Facts)), cancellationToken);
    }

    private static Func<IReadOnlyList<NewCase>, BulkRows> Parts<TPart>(
        IModel model, Func<Incident, IReadOnlyList<TPart>> parts, Func<NewCase, TPart, object?>? key = null)
        where TPart : class
    {
        var table = new EntityTable<(NewCase Case, TPart Part), TPart>(
            model, row => row.Part, (row, name) => name == StatColumns.Key ? key?.Invoke(row.Case, row.Part) : row.Case.Incident.Id);
        var sealing = SealedType.Of(model.FindEntityType(typeof(TPart))!);
        return cases => table.Of(cases.SelectMany(row => parts(row.Incident).Select(part => Sealed(row, sealing, part, (row, part)))));
    }

    private static TRow Sealed<TRow>(NewCase one, SealedType? sealing, object entity, TRow row)
    {
        sealing?.Seal(entity, one.Seal.Seal);
        return row;
    }
}

/// <summary>A case with the facts that it is in the statistics.</summary>
internal sealed record NewCase(Incident Incident, NewFacts Facts)
{
    /// <summary>Drawn when it is written.</summary>
    public DrawnKey Seal { get; set; } = null!;
}
