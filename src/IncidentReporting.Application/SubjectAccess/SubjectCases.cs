using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.SubjectAccess;

/// <summary>The cases that a person has a part in. Where she was hit or reported, the case as she may read it; where she only handles it, what she wrote in it.</summary>
internal sealed class SubjectCases(IIncidentReportingDb db, ICaseKeys keys, ICurrentUser caller)
{
    private const int Most = 100;

    public async Task<Found> ReadAsync(ICurrentUser subject, OrgChart chart, DateTimeOffset now, string? reason, CancellationToken cancellationToken)
    {
        var id = subject.Id;
        var hers = db.Set<Incident>().AsNoTracking().ReadableBy(subject)
            .Where(incident => incident.ReporterId == id || incident.HandlerId == id || incident.Exposed.Any(exposed => exposed.UserId == id))
            .Where(incident => incident.State != IncidentState.Draft || id == caller.Id);

        // Whoever is kept out of a case does not read it in another's name either.
        var hidden = id == caller.Id ? [] : await hers.IgnoreAutoIncludes().KeptFrom(caller.Id).Select(incident => incident.Id).ToListAsync(cancellationToken);
        var known = await hers.IgnoreAutoIncludes().OrderBy(incident => incident.CreatedAt)
            .Select(incident => new Known(
                incident.Id, incident.Number, incident.State, incident.Exposed.Any(exposed => exposed.UserId == id), incident.ReporterId == id, incident.HandlerId == id,
                incident.Notes.Any(note => note.By == id) || incident.Attachments.Any(attachment => attachment.By == id)))
            .ToListAsync(cancellationToken);
        var gone = await keys.GoneAsync([.. known.Select(one => one.Id)], cancellationToken);
        var (cases, hides) = (new List<CaseData>(known.Count), false);
        foreach (var some in known.Where(one => !gone.Contains(one.Id) && !hidden.Contains(one.Id)).Chunk(Most))
        {
            var (written, readings) = (await WrittenAsync(some, id, cancellationToken), await ReadingsAsync(some, cancellationToken));
            var told = await ToldAsync(some, cancellationToken);
            foreach (var one in some)
            {
                IncidentView? view = null;
                if (told.TryGetValue(one.Id, out var incident))
                {
                    var own = CaseRoles.Of(incident, subject, chart, now).Where(role => role is CaseRole.Exposed or CaseRole.Reporter).ToList();
                    view = MaskedCase.Of(incident, own, subject, id == caller.Id, chart, now);
                    hides |= incident.HidesIdentities;
                    db.Set<LogEntry>().Add(Reading(incident, own, now, ShownFields.Of(view), reason));
                }

                cases.Add(new CaseData(one.Id, one.Number, one.State, [.. one.Parts], view, written.GetValueOrDefault(one.Id, []), [.. readings[one.Id]]));
            }
        }

        return new Found(cases, hidden.Count, hides);
    }

    // Alone what she wrote is read: nothing else of these cases is shown, so that nobody has read them.
    private async Task<Dictionary<IncidentId, IReadOnlyList<WrittenData>>> WrittenAsync(Known[] some, UserId id, CancellationToken cancellationToken)
    {
        List<IncidentId> ids = [.. some.Where(one => one.HasWritten).Select(one => one.Id)];
        return await db.Set<Incident>().AsNoTracking().IgnoreAutoIncludes().AsSplitQuery()
            .Include(incident => incident.Notes.Where(note => note.By == id))
            .Include(incident => incident.Attachments.Where(attachment => attachment.By == id))
            .Where(incident => ids.Contains(incident.Id))
            .ToDictionaryAsync(incident => incident.Id, Written, cancellationToken);
    }

    private static IReadOnlyList<WrittenData> Written(Incident incident) =>
    [
        .. incident.Notes.Select(note => new WrittenData("note", note.At, note.Text)),
        .. incident.Attachments.Select(attachment => new WrittenData("evidence", attachment.At, attachment.FileName)),
    ];

    private async Task<ILookup<IncidentId, ReadingData>> ReadingsAsync(Known[] some, CancellationToken cancellationToken)
    {
        List<IncidentId?> ids = [.. some.Where(one => one.IsExposed).Select(one => (IncidentId?)one.Id)];
        var entries = await db.Set<LogEntry>().AsNoTracking().Where(entry => ids.Contains(entry.IncidentId) && entry.Group == CaseLog.Read).OrderBy(entry => entry.At)
            .Select(entry => new { Case = entry.IncidentId!.Value, Reading = new ReadingData(entry.At, entry.CaseRole, entry.Action, entry.Fields) }).ToListAsync(cancellationToken);
        return entries.ToLookup(entry => entry.Case, entry => entry.Reading);
    }

    private async Task<Dictionary<IncidentId, Incident>> ToldAsync(Known[] some, CancellationToken cancellationToken)
    {
        List<IncidentId> ids = [.. some.Where(one => one.IsExposed || one.IsReporter).Select(one => one.Id)];
        return await db.Set<Incident>().AsNoTracking().Where(incident => ids.Contains(incident.Id)).ToDictionaryAsync(incident => incident.Id, cancellationToken);
    }

    private LogEntry Reading(Incident incident, IReadOnlyList<CaseRole> own, DateTimeOffset now, string fields, string? reason) => new()
    {
        Id = OrderedId.New(now),
        EmployerId = incident.EmployerId,
        At = now,
        ActorId = caller.Id,
        CaseRole = reason is not null ? CaseRole.DataProtectionOfficer : CasePermissions.ReadsAs(own),
        Action = PersonDataReader.Action,
        IncidentId = incident.Id,
        Fields = fields,
        Group = CaseLog.Read,
        FieldGroup = FieldGroup.Reads,
    };

    /// <param name="Hides">One of the cases that were read hides who was hit.</param>
    public sealed record Found(IReadOnlyList<CaseData> Cases, int LeftOut, bool Hides);

    private sealed record Known(IncidentId Id, string? Number, IncidentState State, bool IsExposed, bool IsReporter, bool IsHandler, bool HasWritten)
    {
        public IEnumerable<string> Parts
        {
            get
            {
                (string Name, bool Has)[] parts = [("exposed", IsExposed), ("reporter", IsReporter), ("handler", IsHandler)];
                return parts.Where(part => part.Has).Select(part => part.Name);
            }
        }
    }
}
