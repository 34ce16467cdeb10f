using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.SupportDirectory;
using IncidentReporting.Application.SupportDirectory.Get;
using IncidentReporting.Application.Units.List;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Support;

/// <summary>What my employer offers, where I work or in a unit that is asked for.</summary>
[Allow(nameof(Operations.ReadSupportDirectory))]
internal sealed class IndexModel(IMediator mediator, ICurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Unit { get; set; }

    public string? UnitName { get; private set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<SupportItem> Items { get; private set; } = [];

    public bool MayChange => Operations.SetSupportDirectory.IsFor(user.Roles);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            throw new NotFoundException();
        }

        var units = (await mediator.Send(new ListUnitsQuery(), cancellationToken)).Items;
        Units = [.. units.Where(unit => !unit.Closed || unit.Id.Value == Unit).Select(unit => new Choice(unit.Id.Value.ToString(), unit.Name))];
        if (Unit is { } asked)
        {
            UnitName = units.SingleOrDefault(unit => unit.Id.Value == asked)?.Name ?? throw new NotFoundException();
        }

        Items = (await mediator.Send(new GetSupportDirectoryQuery(Unit is { } id ? new UnitId(id) : null), cancellationToken)).Items;
    }

    /// <summary>The number as a telephone dials it.</summary>
    internal static string Dial(string phone) => "tel:" + string.Concat(phone.Where(character => char.IsAsciiDigit(character) || character == '+'));
}
