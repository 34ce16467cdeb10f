using IncidentReporting.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Mail.Retry;

/// <summary>Sends a mail that has stopped once more.</summary>
public sealed record RetryMailMessageCommand(Guid Id) : ICommand;

internal sealed class RetryMailMessageHandler(IIncidentReportingDb db, ICurrentUser user, IOutboxSignal signal, TimeProvider time)
    : IRequestHandler<RetryMailMessageCommand, Unit>
{
    public async Task<Unit> Handle(RetryMailMessageCommand request, CancellationToken cancellationToken)
    {
        var message = await db.Set<OutboxMessage>().AdministeredBy(user).SingleOrDefaultAsync(row => row.Id == request.Id, cancellationToken)
            ?? throw new NotFoundException();

        message.TryAgain(time.Now());
        db.AfterCommit(signal.Raise);

        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
