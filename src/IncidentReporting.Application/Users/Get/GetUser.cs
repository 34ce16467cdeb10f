using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using MediatR;

namespace IncidentReporting.Application.Users.Get;

public sealed record GetUserQuery(UserId Id) : IQuery<UserResult>;

internal sealed class GetUserHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user) : IRequestHandler<GetUserQuery, UserResult>
{
    public async Task<UserResult> Handle(GetUserQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadUser.Require(user);
        var person = await db.PersonAsync(request.Id, user.EmployerId, cancellationToken);
        return await db.ResultAsync(person, await charts.OfAsync(user.EmployerId, cancellationToken), cancellationToken);
    }
}
