using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.MeasureRequests;
using MediatR;

namespace IncidentReporting.Application.MeasureRequests.Forward;

/// <summary>A representative has turned to Arbetsmiljöverket with the request.</summary>
/// <param name="At">When; null is now.</param>
public sealed record ForwardMeasureRequestCommand(MeasureRequestId Id, DateOrTime? At) : ICommand<MeasureRequestView>;

internal sealed class ForwardMeasureRequestHandler(MeasureRequestDesk desk, IOrgCharts charts, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ForwardMeasureRequestCommand, MeasureRequestView>
{
    public async Task<MeasureRequestView> Handle(ForwardMeasureRequestCommand request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        var at = request.At?.Instant(chart.Employer.Zone()) ?? now;
        if (at > now)
        {
            throw new InvalidInputException("at", ObligationTexts.Get("NotInFuture"));
        }

        return await desk.ChangeAsync("measure_request_forwarded", request.Id, user.Represented(), found => found.Forward(at), cancellationToken);
    }
}
