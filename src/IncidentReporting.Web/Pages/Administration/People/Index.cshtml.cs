using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Units.List;
using IncidentReporting.Application.Users;
using IncidentReporting.Application.Users.List;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Administration.People;

[Allow(nameof(Operations.ReadUser))]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private const int PageLength = 50;

    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = "role")]
    public string? ForRole { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public Listing<UserItem> People { get; private set; } = new([], Next: null);

    /// <summary>The address of the next page.</summary>
    public string? More { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var units = (await mediator.Send(new ListUnitsQuery(), cancellationToken)).Items;
        Units = UnitChoices.Of(units);
        var within = units.Any(unit => unit.Id.Value == Unit) ? Unit : null;
        var role = SnakeCase.Find<Role>(ForRole) is null ? null : ForRole;
        var page = new Application.Common.Page(PageLength, string.IsNullOrEmpty(After) ? null : Cursor.Parse(After));
        People = await mediator.Send(new ListUsersQuery(within is { } id ? new UnitId(id) : null, role, page, Search), cancellationToken);
        More = People.Next is { } next
            ? "/administration/people" + new QueryBuilder { { "search", Search ?? string.Empty }, { "unit", within?.ToString() ?? string.Empty }, { "role", role ?? string.Empty }, { "after", next } }
            : null;
    }
}
