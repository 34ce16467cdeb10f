using System.Text.Json.Nodes;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Units.List;
using IncidentReporting.Application.Users;
using IncidentReporting.Application.Users.Change;
using IncidentReporting.Application.Users.Get;
using IncidentReporting.Application.Users.GetAbsences;
using IncidentReporting.Application.Users.SetAbsences;
using IncidentReporting.Application.Users.SetRoles;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Components.AbsenceRows;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Administration.People;

/// <summary>A person: roles with their days, absence, what is known of her, and whether she may sign in. Each form is its own command.</summary>
[Allow(nameof(Operations.ReadUser))]
internal sealed class ChangeModel(IMediator mediator) : PageModel
{
    private static readonly string[] Known = ["added", "changed", "roles", "absences", "disabled", "enabled"];

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? UnitId { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? ProtectedIdentity { get; set; }

    [BindProperty]
    public bool Disabled { get; set; }

    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Asked { get; set; }

    public string? Done => HttpContext.Request.Method == "GET" ? Array.Find(Known, known => known == Asked) : null;

    public UserResult Person { get; private set; } = null!;

    public bool IsChangedMeanwhile { get; private set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<TypedDays> Days { get; private set; } = [];

    public IReadOnlyList<DeputyResult> Deputies { get; private set; } = [];

    internal IReadOnlyList<TypedRole> Typed { get; private set; } = [];

    internal static IReadOnlyList<Choice> YesOrNo => [new("false", SharedTexts.Shared("no")), new("true", SharedTexts.Shared("yes"))];

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    [Allow(nameof(Operations.ChangeUser))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var changes = new JsonObject
        {
            ["name"] = Name,
            ["userName"] = UserName,
            ["unitId"] = UnitId,
            ["language"] = string.IsNullOrEmpty(Language) ? null : Language,
            ["protectedIdentity"] = ProtectedIdentity == "true",
        };
        if (!Guid.TryParse(UnitId, out _))
        {
            ModelState.AddModelError("unitId", SharedTexts.Shared("field.choose"));
        }

        return await ChangeAsync(changes, "changed", cancellationToken) ?? await AgainAsync(facts: true, cancellationToken);
    }

    [Allow(nameof(Operations.ChangeUser))]
    public async Task<IActionResult> OnPostDisabledAsync(CancellationToken cancellationToken) =>
        await ChangeAsync(new JsonObject { ["disabled"] = Disabled }, Disabled ? "disabled" : "enabled", cancellationToken) ?? await AgainAsync(facts: false, cancellationToken);

    [Allow(nameof(Operations.SetRoles))]
    public async Task<IActionResult> OnPostRolesAsync(CancellationToken cancellationToken)
    {
        var typed = TypedRole.In(Request.Form);
        var home = (await mediator.Send(new GetUserQuery(new UserId(Id)), cancellationToken)).Unit.Id;
        var roles = TypedRole.Read(typed, home, ModelState);
        if (ModelState.IsValid && await mediator.TrySendAsync(new SetRolesCommand(new UserId(Id), roles), ModelState, cancellationToken))
        {
            return Redirect($"/administration/people/{Id}?done=roles");
        }

        await ShowAsync(cancellationToken);
        Typed = typed;
        return Page();
    }

    [Allow(nameof(Operations.SetAbsences))]
    public async Task<IActionResult> OnPostAbsencesAsync(CancellationToken cancellationToken)
    {
        var typed = TypedDays.In(Request.Form);
        var absences = TypedDays.Read(typed, ModelState);
        if (ModelState.IsValid && await mediator.TrySendAsync(new SetAbsencesCommand(new UserId(Id), absences), ModelState, cancellationToken))
        {
            return Redirect($"/administration/people/{Id}?done=absences");
        }

        await ShowAsync(cancellationToken);
        Days = typed;
        return Page();
    }

    private async Task<IActionResult?> ChangeAsync(JsonObject changes, string done, CancellationToken cancellationToken)
    {
        try
        {
            var command = new ChangeUserCommand(new UserId(Id), new MergePatch<UserFields>(changes), new ExpectedVersion([Version]));
            return ModelState.IsValid && await mediator.TrySendAsync(command, ModelState, cancellationToken) ? Redirect($"/administration/people/{Id}?done={done}") : null;
        }
        catch (ChangedMeanwhileException)
        {
            IsChangedMeanwhile = true;
            return null;
        }
    }

    /// <param name="facts">What was typed of the facts stays.</param>
    private async Task<IActionResult> AgainAsync(bool facts, CancellationToken cancellationToken)
    {
        var typed = (Version, Name, UserName, UnitId, Language, ProtectedIdentity);
        await ShowAsync(cancellationToken);
        if (facts)
        {
            (Version, Name, UserName, UnitId, Language, ProtectedIdentity) = typed;
            Version = IsChangedMeanwhile ? Person.Version : Version;
        }

        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Person = await mediator.Send(new GetUserQuery(new UserId(Id)), cancellationToken);
        Units = UnitChoices.Of(
            (await mediator.Send(new ListUnitsQuery(), cancellationToken)).Items,
            [Person.Unit.Id.Value, .. Person.Roles.Select(role => (Guid?)role.Unit.Id.Value)]);
        Deputies = (await mediator.Send(new GetAbsencesQuery(new UserId(Id)), cancellationToken)).Deputies;
        (Version, Name, UserName, UnitId, Language) = (Person.Version, Person.Name, Person.UserName, Person.Unit.Id.Value.ToString(), Person.Language);
        ProtectedIdentity = Person.ProtectedIdentity ? "true" : "false";
        Typed = TypedRole.Of(Person.Roles);
        Days = TypedDays.Of(Person.Absences);
    }
}
