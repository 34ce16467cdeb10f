using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.MeasureRequests;
using MediatR;

namespace IncidentReporting.Application.MeasureRequests.Close;

/// <summary>A representative says whether the answer will do.</summary>
public sealed record CloseMeasureRequestCommand(MeasureRequestId Id, bool Satisfied) : ICommand<MeasureRequestView>;

internal sealed class CloseMeasureRequestHandler(MeasureRequestDesk desk, ICurrentUser user, TimeProvider time)
    : IRequestHandler<CloseMeasureRequestCommand, MeasureRequestView>
{
    public Task<MeasureRequestView> Handle(CloseMeasureRequestCommand request, CancellationToken cancellationToken) =>
        desk.ChangeAsync("measure_request_closed", request.Id, user.Represented(), found => found.Close(request.Satisfied, time.Now()), cancellationToken);
}
