using System.Globalization;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.GetDetails;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Incidents;

/// <summary>A page of one case, which its address names by number.</summary>
internal abstract class CasePage(IMediator mediator) : PageModel
{
    public IncidentView Case { get; private set; } = null!;

    /// <summary>As the address says it, until the case is read.</summary>
    public string Number => Case?.Number ?? Convert.ToString(RouteData.Values["number"], CultureInfo.InvariantCulture) ?? string.Empty;

    protected IMediator Mediator => mediator;

    protected CaseReference Reference => CaseReference.Parse(Convert.ToString(RouteData.Values["number"], CultureInfo.InvariantCulture) ?? string.Empty);

    /// <summary>The case's own address, or that of a page below it.</summary>
    public string Address(string below = "") => $"/incidents/{Number}{below}";

    public bool May(CaseAction action) => Case.AllowedActions.Contains(action);

    public bool Is(params CaseRole[] roles) => roles.Any(Case.YourRoles.Contains);

    public bool IsExposed => Is(CaseRole.Exposed);

    public bool Handles => Is(CaseRole.Manager, CaseRole.NextManager, CaseRole.CoordinatorHandling);

    protected async Task ReadAsync(CancellationToken cancellationToken) => Case = await mediator.Send(new GetDetailsQuery(Reference), cancellationToken);
}
