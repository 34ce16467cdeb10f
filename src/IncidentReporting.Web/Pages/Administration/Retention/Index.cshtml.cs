using System.Globalization;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Retention.DryRun;
using IncidentReporting.Application.Retention.Get;
using IncidentReporting.Application.Retention.Hold;
using IncidentReporting.Application.Retention.Propose;
using IncidentReporting.Application.Retention.Put;
using IncidentReporting.Application.Retention.Runs;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Retention;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.Administration.AdministrationTexts;

namespace IncidentReporting.Web.Pages.Administration.Retention;

/// <summary>How long what is kept, what is due, and proposing its erasure.</summary>
[Allow(nameof(Operations.ReadRetention))]
internal sealed class IndexModel(IMediator mediator, ICurrentUser user, TimeProvider time) : PageModel
{
    private static readonly string[] Dones = ["changed", "held", "let_go"];
    private static readonly string[] UnitCodes = ["Y", "M", "D"];

    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public long Version { get; set; }

    public bool IsChangedMeanwhile { get; private set; }

    public string? HeldNumber { get; private set; }

    public string? Reason { get; private set; }

    public DateTimeOffset Now => time.Now();

    public string? DoneText => Dones.Contains(Done) ? T($"retention.done.{Done}") : null;

    public bool HasOverview => Operations.ReadAdministration.IsFor(user.Roles);

    public bool MayPropose { get; private set; }

    public string Day { get; private set; } = string.Empty;

    internal TypedPeriod? Typed { get; private set; }

    internal RetentionResult Retention { get; private set; } = null!;

    internal DryRunResult Due { get; private set; } = null!;

    internal IReadOnlyList<RetentionRunItem> Runs { get; private set; } = [];

    internal IReadOnlyList<Choice> Changeable => [.. Retention.Rules.Where(rule => !rule.Fixed).Select(rule => new Choice(rule.Id, rule.Title))];

    internal static IReadOnlyList<Choice> Units => [.. UnitCodes.Select(unit => new Choice(unit, T($"retention.unit.{unit}")))];

    internal static string StateOf(RetentionRunState state) => T($"retention.state.{SnakeCase.Of(state)}");

    internal static string? KindOf(RetentionRunState state) => state switch
    {
        RetentionRunState.Proposed => "warn",
        RetentionRunState.Released => "info",
        RetentionRunState.Done => "ok",
        _ => null,
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        Version = Retention.Version;
    }

    [Allow(nameof(Operations.ProposeRetentionRun))]
    [Once]
    public async Task<IActionResult> OnPostProposeAsync(CancellationToken cancellationToken)
    {
        var on = TypedTime.Day(On, "on", ModelState);
        if (ModelState.IsValid && await mediator.TryAskAsync(new ProposeRetentionRunCommand(on), ModelState, cancellationToken) is { Sent: true, Value: { } run })
        {
            return Redirect($"/administration/retention/{run.Id}?done=proposed");
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    [Allow(nameof(Operations.ChangeRetention))]
    public async Task<IActionResult> OnPostChangeAsync(string? rule, string? number, string? unit, string? validFrom, CancellationToken cancellationToken)
    {
        Typed = new TypedPeriod(rule, number, unit, validFrom);
        var from = TypedTime.Day(validFrom, "validFrom", ModelState);
        var command = new PutRetentionCommand([new RetentionPeriodInput(rule, Typed.ToIso())], from, new ExpectedVersion([Version]));
        try
        {
            if (ModelState.IsValid && await mediator.TrySendAsync(command, ModelState, cancellationToken))
            {
                return Redirect("/administration/retention?done=changed");
            }

            Move("rules[0].id", "rule");
            Move("rules[0].period", "number");
        }
        catch (ChangedMeanwhileException)
        {
            IsChangedMeanwhile = true;
        }

        await ShowAsync(cancellationToken);
        Version = Retention.Version;
        return Page();
    }

    [Allow(nameof(Operations.HoldIncident))]
    public Task<IActionResult> OnPostHoldAsync([FromForm(Name = "case")] string? number, string? reason, CancellationToken cancellationToken) =>
        HoldAsync(number, reason, new HoldCaseCommand(CaseReference.Parse(number?.Trim() ?? string.Empty), CaseText.From(reason)), "held", cancellationToken);

    [Allow(nameof(Operations.HoldIncident))]
    public Task<IActionResult> OnPostLetGoAsync([FromForm(Name = "case")] string? number, string? reason, CancellationToken cancellationToken) =>
        HoldAsync(number, reason, new LetGoOfCaseCommand(CaseReference.Parse(number?.Trim() ?? string.Empty)), "let_go", cancellationToken);

    // The command names its places; the form has fields of its own.
    private void Move(string from, string to)
    {
        foreach (var error in ModelState[from]?.Errors.ToList() ?? [])
        {
            ModelState.AddModelError(to, error.ErrorMessage);
        }

        ModelState.Remove(from);
    }

    private async Task<IActionResult> HoldAsync(string? number, string? reason, ICommand<HoldResult> command, string done, CancellationToken cancellationToken)
    {
        (HeldNumber, Reason) = (number, reason);
        try
        {
            if (await mediator.TrySendAsync(command, ModelState, cancellationToken))
            {
                return Redirect($"/administration/retention?done={done}");
            }
        }
        catch (NotFoundException)
        {
            ModelState.AddModelError("case", T("retention.hold.unknown"));
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Retention = await mediator.Send(new GetRetentionQuery(), cancellationToken);
        DateOnly? on = DateOnly.TryParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        Due = await mediator.Send(new DryRunRetentionQuery(on), cancellationToken);
        (On, Day) = (Due.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Times.Date(Due.On, Now));
        MayPropose = Due.On <= ShownZone.DayOf(Now);
        Runs = (await mediator.Send(new ListRetentionRunsQuery(new Application.Common.Page()), cancellationToken)).Items;
    }
}

/// <summary>A period as a number and a unit, as typed.</summary>
internal sealed record TypedPeriod(string? Rule, string? Number, string? Unit, string? ValidFrom)
{
    /// <summary>As it is sent; what is no number is sent as it stands, for the command to say so.</summary>
    public string? ToIso() =>
        int.TryParse(Number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? string.Create(CultureInfo.InvariantCulture, $"P{count}{Unit}") : Number;
}
