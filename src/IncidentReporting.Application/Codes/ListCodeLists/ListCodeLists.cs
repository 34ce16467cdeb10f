using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Codes;
using MediatR;

namespace IncidentReporting.Application.Codes.ListCodeLists;

/// <summary>Every code list, whole; with <paramref name="Date"/> only the codes that can be chosen for something that happened that day.</summary>
public sealed record ListCodeListsQuery(DateOnly? Date) : IQuery<Listing<CodeListResult>>;

internal sealed class ListCodeListsHandler(ICurrentUser user) : IRequestHandler<ListCodeListsQuery, Listing<CodeListResult>>
{
    public Task<Listing<CodeListResult>> Handle(ListCodeListsQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(Listing.Whole<CodeListResult>([.. CodeLists.All.Select(list => CodeListResult.Of(list, request.Date, user))]));
}
