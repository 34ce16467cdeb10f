using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents.Exclude;
using IncidentReporting.Application.Incidents.LiftExclusion;
using IncidentReporting.Application.Incidents.ShowReaders;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Users.List;
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

    public IReadOnlyList<Choice> People { get; private set; } = [];

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

    /// <summary>What the exposed person decided, only she takes back.</summary>
    public bool MayLift(ExclusionView exclusion) => !IsBlocked && (IsExposed || exclusion.Role != CaseRole.Exposed);

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (IsBlocked)
        {
            return;
        }

        // Whoever can read the case now, and then those who work in its unit: any of them can be given a role one day.
        var readers = await Mediator.Send(new ShowReadersQuery(Reference), cancellationToken);
        var reading = readers.Of(FieldGroup.Core).Where(reader => !reader.IsSelf && reader.Role != ReaderRole.Exposed && (IsExposed || !IsRepresentative(reader.Role))).ToList();
        var colleagues = await Mediator.Send(new ListUsersQuery(Case.Unit.Id, Role: null, new Application.Common.Page(Limit: Application.Common.Page.MaxLimit)), cancellationToken);
        var left = readers.Of(FieldGroup.Core).Select(reader => reader.UserId)
            .Concat(Case.Exposed.Select(exposed => exposed.UserId).OfType<Domain.Organisation.UserId>())
            .Concat(Standing.Select(exclusion => exclusion.Person.Id)).ToHashSet();
        People =
        [
            .. reading.Select(reader => new Choice(reader.UserId.Value.ToString(), T("who.reader", reader.Name, CaseTexts.Known("reader", SnakeCase.Of(reader.Role)).ToLowerInvariant()))),
            .. colleagues.Items.Where(colleague => !left.Contains(colleague.Id)).Select(colleague => new Choice(colleague.Id.Value.ToString(), colleague.Name)),
        ];
    }

    private static bool IsRepresentative(ReaderRole role) => role is ReaderRole.SafetyRepresentative or ReaderRole.HeadSafetyRepresentative;
}
