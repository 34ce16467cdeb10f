using IncidentReporting.Application.Access;
using IncidentReporting.Application.Units.List;
using IncidentReporting.Application.Users.Create;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Administration.People;

[Allow(nameof(Operations.CreateUser))]
[HoldsPassword]
internal sealed class NewModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? UnitId { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    internal IReadOnlyList<TypedRole> Typed { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken)
    {
        Typed = [TypedRole.Blank with { Role = SnakeCase.Of(Role.Employee) }];
        return ShowAsync(cancellationToken);
    }

    [Allow(nameof(Operations.CreateUser))]
    [Once]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Typed = TypedRole.In(Request.Form);
        Domain.Organisation.UnitId? unit = Guid.TryParse(UnitId, out var id) ? new UnitId(id) : null;
        var roles = TypedRole.Read(Typed, unit, ModelState);
        if (ModelState.IsValid)
        {
            var command = new CreateUserCommand(UserName, Name, Password, unit, string.IsNullOrEmpty(Language) ? null : Language, roles);
            var created = await mediator.TryAskAsync(command, ModelState, cancellationToken);
            if (created.Sent)
            {
                return Redirect($"/administration/people/{created.Value!.Id.Value}?done=added");
            }
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken) => Units = UnitChoices.Of((await mediator.Send(new ListUnitsQuery(), cancellationToken)).Items);
}
