using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Codes;
using MediatR;

namespace IncidentReporting.Application.Codes.GetCodeList;

/// <summary>One code list; with <paramref name="Date"/> only the codes that can be chosen for something that happened that day.</summary>
public sealed record GetCodeListQuery(string Id, DateOnly? Date) : IQuery<CodeListResult>;

internal sealed class GetCodeListHandler(ICurrentUser user) : IRequestHandler<GetCodeListQuery, CodeListResult>
{
    public Task<CodeListResult> Handle(GetCodeListQuery request, CancellationToken cancellationToken)
    {
        var list = CodeLists.Find(request.Id) ?? throw new NotFoundException();
        return Task.FromResult(CodeListResult.Of(list, request.Date, user));
    }
}
