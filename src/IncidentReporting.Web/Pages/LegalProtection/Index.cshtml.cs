using IncidentReporting.Application.Access;
using IncidentReporting.Application.Codes.ListLegalCards;
using IncidentReporting.Application.Codes.ListOffenceHints;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.LegalProtection.LegalProtectionTexts;

namespace IncidentReporting.Web.Pages.LegalProtection;

/// <summary>What protects whom, by role and by the law of a day; what may be a crime, and what happens then.</summary>
[Allow(nameof(Operations.ReadLegalCards))]
internal sealed class IndexModel(IMediator mediator, ICurrentUser user, TimeProvider time) : PageModel
{
    internal static readonly string[] Steps = ["report", "confirmation", "investigation", "interview", "prosecution", "trial", "compensation"];

    // Whoever holds several roles meets the cards of the one that asks most of her.
    private static readonly Role[] WithCards =
        [Role.HeadSafetyRepresentative, Role.SafetyRepresentative, Role.Manager, Role.Deputy, Role.Coordinator, Role.DataProtectionOfficer, Role.Employee];

    /// <summary>Null: the caller's own; empty: all.</summary>
    [BindProperty(SupportsGet = true, Name = "role")]
    public string? For { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Date { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public IReadOnlyList<LegalCardResult> Cards { get; private set; } = [];

    public OffenceHintsResult Hints { get; private set; } = new(string.Empty, []);

    internal static IReadOnlyList<Choice> Roles => [.. WithCards.Reverse().Select(SnakeCase.Of).Select(role => new Choice(role, Codes.Label(CodeLists.Roles, role)))];

    internal static IReadOnlyList<Choice> Kinds => [.. Categories().Select(kind => new Choice(kind, Codes.Label(CodeLists.IncidentKinds, kind)))];

    public string Scope { get; private set; } = string.Empty;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        For = Request.Query.ContainsKey("role") ? For ?? string.Empty : Own();
        var day = TypedTime.Day(Date, "date", ModelState) ?? ShownZone.DayOf(time.Now());
        Date = ModelState.IsValid ? Times.ForDateField(day) : Date;
        var asked = string.IsNullOrEmpty(For) ? null : For;
        var cards = await mediator.TryAskAsync(new ListLegalCardsQuery(asked, day), ModelState, cancellationToken);
        var hints = await mediator.TryAskAsync(
            new ListOffenceHintsQuery(string.IsNullOrEmpty(Kind) ? [.. Categories()] : [Kind], day), ModelState, cancellationToken);
        Cards = cards.Value?.Items ?? [];
        Hints = hints.Value ?? Hints;
        Scope = asked is null || !cards.Sent ? T("scope", Times.Date(day, time.Now())) : T("scope.role", Times.Date(day, time.Now()), Codes.InSentence(Codes.Label(CodeLists.Roles, asked)));
        return Page();
    }

    /// <summary>Where it stands, and whether it has been compared with that.</summary>
    internal string Source(string source, DateOnly? checkedAt) =>
        checkedAt is { } day ? T("source", source, Times.Date(day, time.Now())) : T("source.unchecked", source);

    private static IEnumerable<string> Categories() => CodeLists.IncidentKinds.Codes.Select(code => code.Id).Where(id => !id.Contains('.', StringComparison.Ordinal));

    private string Own() => WithCards.Where(role => user.Roles.Any(held => held.Role == role)).Select(SnakeCase.Of).FirstOrDefault() ?? string.Empty;
}
