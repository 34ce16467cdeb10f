using IncidentReporting.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.SavedViews.List;

/// <summary>The caller's saved views, by name.</summary>
public sealed record ListSavedViewsQuery : IQuery<Listing<SavedViewResult>>;

internal sealed class ListSavedViewsHandler(IIncidentReportingDb db, ICurrentUser user) : IRequestHandler<ListSavedViewsQuery, Listing<SavedViewResult>>
{
    public async Task<Listing<SavedViewResult>> Handle(ListSavedViewsQuery request, CancellationToken cancellationToken)
    {
        var id = user.Id;
        var views = await db.Set<SavedView>().AsNoTracking().Where(row => row.UserId == id).ToListAsync(cancellationToken);
        return Listing.Whole<SavedViewResult>([.. views.OrderBy(view => view.Name, SwedishNames.Order).Select(SavedViewResult.Of)]);
    }
}
