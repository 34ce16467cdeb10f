using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Organisation;
using MediatR;

namespace IncidentReporting.Application.Statistics.Signals.List;

/// <summary>How the units stand whose cases the caller reads as manager, safety representative or coordinator.</summary>
/// <param name="Unit">Only this one; null for all.</param>
public sealed record ListSignalsQuery(UnitId? Unit) : IQuery<Listing<SignalItem>>;

internal sealed class ListSignalsHandler(SignalViews views, ICurrentUser user) : IRequestHandler<ListSignalsQuery, Listing<SignalItem>>
{
    public async Task<Listing<SignalItem>> Handle(ListSignalsQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadSignals.Require(user);
        var units = user.Watched();
        if (request.Unit is { } asked)
        {
            units = units.Contains(asked) ? [asked] : throw new NotFoundException();
        }

        return Listing.Whole(await views.OfAsync(user.EmployerId, units, cancellationToken));
    }
}
