using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.MeasureRequests;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Obligations;

/// <summary>Whom a duty's subject concerns and how a mail names it.</summary>
/// <param name="Number">For people; null where the subject has none.</param>
/// <param name="Link">The path in the product.</param>
/// <param name="Thread">The same for all mails about the subject.</param>
public sealed record SubjectContact(string? Number, CaseParties Parties, string Link, string Thread);

/// <summary>Looks up whom a duty's subject concerns, at the moment it is spoken of.</summary>
public interface ISubjectContacts
{
    Task<SubjectContact?> FindAsync(Obligation obligation, CancellationToken cancellationToken);

    Task<SubjectContact?> OfCaseAsync(IncidentId incident, CancellationToken cancellationToken);
}

internal sealed class SubjectContacts(IIncidentReportingDb db) : ISubjectContacts
{
    public Task<SubjectContact?> FindAsync(Obligation obligation, CancellationToken cancellationToken) => obligation.SubjectKind switch
    {
        SubjectKind.Case => OfCaseAsync(new IncidentId(obligation.SubjectId), cancellationToken),
        SubjectKind.MeasureRequest => OfRequestAsync(new MeasureRequestId(obligation.SubjectId), cancellationToken),
        SubjectKind.UnitWatch => Task.FromResult<SubjectContact?>(new SubjectContact(
            null, new CaseParties { UnitId = obligation.UnitId }, $"/statistics/signals/{obligation.UnitId.Value}", $"unit-watch-{obligation.SubjectId:N}")),
        _ => Task.FromResult<SubjectContact?>(new SubjectContact(
            null, new CaseParties { UnitId = obligation.UnitId }, $"/units/{obligation.SubjectId}", $"unit-{obligation.SubjectId:N}")),
    };

    public Task<SubjectContact?> OfCaseAsync(IncidentId incident, CancellationToken cancellationToken) =>
        db.Set<Incident>().OfCaseAsync(incident, cancellationToken);

    private async Task<SubjectContact?> OfRequestAsync(MeasureRequestId id, CancellationToken cancellationToken)
    {
        var found = await db.Set<MeasureRequest>().AsNoTracking().Where(request => request.Id == id)
            .Select(request => new { request.UnitId, request.IncidentId }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : MeasureRequestContact.Of(id, found.UnitId, await db.Set<Incident>().KeptOutOfAsync(found.IncidentId, cancellationToken));
    }
}

internal static class MeasureRequestContact
{
    /// <param name="keptOut">Who is kept out of the case that it comes from.</param>
    public static SubjectContact Of(MeasureRequestId id, UnitId unit, IReadOnlyList<UserId> keptOut) =>
        new(null, new CaseParties { UnitId = unit, KeptOut = keptOut }, $"/measure-requests/{id.Value}", $"measure-request-{id.Value:N}");
}
