using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Unit = MediatR.Unit;

namespace IncidentReporting.Application.Feedback.Settle;

/// <summary>Takes away feedback that has been dealt with; nothing of it is kept.</summary>
public sealed record SettleFeedbackCommand(Guid Id) : ICommand;

internal sealed class SettleFeedbackHandler(IIncidentReportingDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<SettleFeedbackCommand, Unit>
{
    public async Task<Unit> Handle(SettleFeedbackCommand request, CancellationToken cancellationToken)
    {
        Operations.SettleFeedback.Require(user);
        var employer = user.EmployerId;
        var message = await db.Set<FeedbackMessage>()
            .SingleOrDefaultAsync(row => row.Id == request.Id && (row.EmployerId == null || row.EmployerId == employer), cancellationToken) ?? throw new NotFoundException();
        db.Set<FeedbackMessage>().Remove(message);
        db.Set<LogEntry>().Add(OrganisationLog.Entry(user, Role.Administrator, "feedback_settled", message.Id, time.Now()));
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
