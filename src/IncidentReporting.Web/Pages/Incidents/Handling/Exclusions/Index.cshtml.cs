using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents.Exclude;
using IncidentReporting.Application.Incidents.LiftExclusion;
using IncidentReporting.Application.Incidents.ListExcludable;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.Incidents.Case;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Handling.Exclusions.ExclusionsTexts;

namespace IncidentReporting.Web.Pages.Incidents.Handling.Exclusions;

/// <summary>Keeps a named person out of the case, and lets her in again.</summary>
[Allow(nameof(Operations.ExcludePerson))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : CaseForm(mediator, time)
{
    [BindProperty]
    public string? UserId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Exclusion { get; set; }

    public override CaseAction Action => CaseAction.Exclude;

    public override string Heading => T("title");

    public IReadOnlyList<ExclusionView> Standing => [.. (Case.Exclusions.Value ?? []).Where(exclusion => exclusion.LiftedAt is null)];

    /// <summary>Words of the name of whom to keep out.</summary>
    [BindProperty]
    public string? Search { get; set; }

    /// <summary>Who may be kept out; not all of them where there are many.</summary>
    public IReadOnlyList<Choice> People { get; private set; } = [];

    public bool HasMore { get; private set; }

    // Sent as the form is, so that no name stands in an address and nothing that was typed is lost.
    [Allow(nameof(Operations.ExcludePerson))]
    public async Task<IActionResult> OnPostSearchAsync(CancellationToken cancellationToken)
    {
        await OpenAgainAsync(cancellationToken);
        return Page();
    }

    [Allow(nameof(Operations.ExcludePerson))]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Require(UserId, "userId", T("who.missing"));
        Require(Reason, "reason", T("reason.missing"));
        var person = Guid.TryParse(UserId, out var id) ? new Domain.Organisation.UserId(id) : (Domain.Organisation.UserId?)null;
        return SendAsync(new ExcludeCommand(Reference, person, CaseText.From(Reason)), "excluded", cancellationToken);
    }

    [Allow(nameof(Operations.LiftExclusion))]
    public Task<IActionResult> OnPostLiftAsync(CancellationToken cancellationToken) =>
        SendAsync(new LiftExclusionCommand(Reference, Guid.TryParse(Exclusion, out var id) ? id : Guid.Empty), "exclusion_lifted", cancellationToken);

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (IsBlocked)
        {
            return;
        }

        var found = await Mediator.Send(new ListExcludableQuery(Reference, new Application.Common.Page(Limit: Application.Common.Page.MaxLimit), Search), cancellationToken);
        HasMore = found.Next is not null;
        People = [.. found.Items.Select(person => new Choice(person.Id.Value.ToString(), person.Reads is { } role ? T("who.reader", person.Name, Small(CaseTexts.Known("reader", SnakeCase.Of(role)))) : person.Name))];
    }

    // Not of a word that is letters only, as HR.
    private static string Small(string role) => char.IsUpper(role[1]) ? role : char.ToLowerInvariant(role[0]) + role[1..];
}
