using IncidentReporting.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.SavedViews.Delete;

public sealed record DeleteSavedViewCommand(Guid Id) : ICommand;

internal sealed class DeleteSavedViewHandler(IIncidentReportingDb db, ICurrentUser user) : IRequestHandler<DeleteSavedViewCommand, Unit>
{
    public async Task<Unit> Handle(DeleteSavedViewCommand request, CancellationToken cancellationToken)
    {
        var id = user.Id;
        var view = await db.Set<SavedView>().SingleOrDefaultAsync(row => row.Id == request.Id && row.UserId == id, cancellationToken) ?? throw new NotFoundException();
        db.Set<SavedView>().Remove(view);
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
