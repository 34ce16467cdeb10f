using IncidentReporting.Application.Common;
using IncidentReporting.Application.Idempotency;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.MeasureRequests;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.MeasureRequests;

/// <summary>A request for measures as its unit's representatives and managers see it.</summary>
/// <param name="State">open, answered or closed.</param>
/// <param name="ReceiptAt">When the employer's written confirmation was sent.</param>
public sealed record MeasureRequestView(
    MeasureRequestId Id, UnitLine Unit, IncidentId? IncidentId, string State, CaseText Text, PersonLine RequestedBy, DateTimeOffset ReceiptAt, DateOnly AnswerBy,
    CaseText? Answer, PersonLine? AnsweredBy, DateTimeOffset? AnsweredAt, bool? Satisfied, DateTimeOffset? ClosedAt, DateTimeOffset? ForwardedToAvAt, long Version) : IAboutCases
{
    IEnumerable<IncidentId> IAboutCases.Cases => IncidentId is { } id ? [id] : [];

    public override string ToString() => nameof(MeasureRequestView);

    internal static MeasureRequestView Of(MeasureRequest request, OrgChart chart, IReadOnlyDictionary<IncidentId, string> cases) => new(
        request.Id, UnitLine.Of(request.UnitId, chart), cases.Known(request.IncidentId),
        request.ClosedAt is not null ? "closed" : request.AnsweredAt is not null ? "answered" : "open",
        request.Text, PersonLine.Of(request.RequestedBy, chart), request.RequestedAt, request.AnswerBy, request.Answer,
        request.AnsweredBy is { } by ? PersonLine.Of(by, chart) : null, request.AnsweredAt, request.Satisfied, request.ClosedAt, request.ForwardedToAvAt, request.Version);
}

/// <summary>Takes a request out, lets it change and puts it back with its clock.</summary>
internal sealed class MeasureRequestDesk(IIncidentReportingDb db, ICurrentUser user, IOrgCharts charts, RequestDuties duties, TimeProvider time)
{
    public async Task<MeasureRequestView> ChangeAsync(string action, MeasureRequestId id, IReadOnlyList<UnitId> mayChangeIn, Action<MeasureRequest> change, CancellationToken cancellationToken)
    {
        var request = await db.MeasureRequestsSeenBy(user).SingleOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw new NotFoundException();
        if (!mayChangeIn.Contains(request.UnitId))
        {
            throw new NotAllowedException();
        }

        change(request);
        return await SaveAsync(action, request, cancellationToken);
    }

    public async Task<MeasureRequestView> SaveAsync(string action, MeasureRequest request, CancellationToken cancellationToken)
    {
        db.Set<LogEntry>().Add(RequestLog.Change(user, action, request.Id.Value, request.UnitId, request.IncidentId, FieldsOf(action), time.Now()));
        await duties.FindAnewAsync(request, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return MeasureRequestView.Of(
            request, await charts.OfAsync(request.EmployerId, cancellationToken), await db.KnownCasesAsync([request.IncidentId], user, cancellationToken));
    }

    private static string FieldsOf(string action) => action switch
    {
        "measure_request_made" => "text,answerBy",
        "measure_request_answered" => "answer",
        "measure_request_closed" => "satisfied",
        _ => "forwardedToAvAt",
    };
}

internal static class MeasureRequestReadings
{
    public static LogEntry Of(MeasureRequest request, ICurrentUser user, DateTimeOffset now) => RequestLog.Reading(
        user, "measure_request_read", request.Id.Value, request.UnitId, request.IncidentId, request.Answer is null ? "text" : "text,answer", now);
}

internal static class MeasureRequestAccess
{
    /// <summary>Those of her units, but for what comes from a case that she is kept out of.</summary>
    public static IQueryable<MeasureRequest> MeasureRequestsSeenBy(this IIncidentReportingDb db, ICurrentUser user)
    {
        var units = user.Watched();
        var kept = db.Set<Incident>().KeptFrom(user.Id);
        return db.Set<MeasureRequest>().Where(
            request => request.EmployerId == user.EmployerId && units.Contains(request.UnitId) && !kept.Any(incident => incident.Id == request.IncidentId));
    }
}
