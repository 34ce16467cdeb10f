using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using MediatR;

namespace IncidentReporting.Application.Accounts.GetMe;

/// <summary>Who the caller is, and which roles she holds today.</summary>
public sealed record GetMeQuery : IQuery<GetMeResult>;

/// <param name="Locale">sv or en: the person's own, or the employer's.</param>
public sealed record GetMeResult(UserId Id, string Name, string UserName, NamedEmployer Employer, string Locale, IReadOnlyList<RoleInUnit> Roles);

public sealed record NamedEmployer(EmployerId Id, string Name);

public sealed record NamedUnit(UnitId Id, string Name);

public sealed record RoleInUnit(Role Role, NamedUnit Unit);

internal sealed class GetMeHandler(CurrentUser user, IOrgCharts charts) : IRequestHandler<GetMeQuery, GetMeResult>
{
    public async Task<GetMeResult> Handle(GetMeQuery request, CancellationToken cancellationToken)
    {
        var caller = user.Caller;
        var chart = await charts.OfAsync(caller.EmployerId, cancellationToken);
        return new GetMeResult(
            caller.Id, caller.Name, caller.UserName, new NamedEmployer(caller.EmployerId, chart.Employer.Name), caller.Language,
            [.. caller.Roles.Select(held => new RoleInUnit(held.Role, new NamedUnit(held.Unit, chart.Unit(held.Unit)?.Name ?? string.Empty)))]);
    }
}
