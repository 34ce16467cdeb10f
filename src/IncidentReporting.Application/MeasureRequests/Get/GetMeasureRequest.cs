using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.MeasureRequests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.MeasureRequests.Get;

/// <summary>One request, with its clock and what the caller can do to it.</summary>
public sealed record GetMeasureRequestQuery(MeasureRequestId Id) : IQuery<MeasureRequestDetails>;

/// <param name="Number">Of the case that it comes from, for those who may know of it.</param>
/// <param name="DueAt">When the answer is due; null once the duty is gone.</param>
/// <param name="AllowedActions">answer, close and forward.</param>
public sealed record MeasureRequestDetails(MeasureRequestView Request, string? Number, DateTimeOffset? DueAt, IReadOnlyList<string> AllowedActions);

internal sealed class GetMeasureRequestHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user, TimeProvider time) : IRequestHandler<GetMeasureRequestQuery, MeasureRequestDetails>
{
    public async Task<MeasureRequestDetails> Handle(GetMeasureRequestQuery request, CancellationToken cancellationToken)
    {
        var found = await db.MeasureRequestsSeenBy(user).AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id, cancellationToken) ?? throw new NotFoundException();
        db.Set<LogEntry>().Add(MeasureRequestReadings.Of(found, user, time.Now()));
        await db.SaveChangesAsync(cancellationToken);
        var cases = await db.KnownCasesAsync([found.IncidentId], user, cancellationToken);
        var subject = found.Id.Value;
        var due = await db.Set<Obligation>().Where(duty => duty.SubjectId == subject && duty.CancelledAt == null).Select(duty => (DateTimeOffset?)duty.DueAt).MinAsync(cancellationToken);
        return new MeasureRequestDetails(
            MeasureRequestView.Of(found, await charts.OfAsync(user.EmployerId, cancellationToken), cases), cases.NumberOf(found.IncidentId), due, [.. Allowed(found)]);
    }

    private IEnumerable<string> Allowed(MeasureRequest request)
    {
        if (request is { AnsweredAt: null, ClosedAt: null } && user.Managed().Contains(request.UnitId))
        {
            yield return "answer";
        }

        if (!user.Represented().Contains(request.UnitId))
        {
            yield break;
        }

        if (request.ClosedAt is null)
        {
            yield return "close";
        }

        if (request.ForwardedToAvAt is null)
        {
            yield return "forward";
        }
    }
}
