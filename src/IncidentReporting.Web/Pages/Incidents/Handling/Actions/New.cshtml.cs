using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents.ListCandidates;
using IncidentReporting.Application.Incidents.PlanAction;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Handling.Actions.ActionsTexts;

namespace IncidentReporting.Web.Pages.Incidents.Handling.Actions;

/// <summary>Plans a preventive action: what, who, until when, and whether the representative took part.</summary>
[Allow(nameof(Operations.PlanAction))]
internal sealed class NewModel(IMediator mediator, TimeProvider time) : CaseForm(mediator, time)
{
    private const int UsualDays = 14;

    [BindProperty]
    public string? Type { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public string? OwnerId { get; set; }

    [BindProperty]
    public string? DueOn { get; set; }

    [BindProperty]
    public string? RepTookPart { get; set; }

    [BindProperty]
    public string? ExpiresOn { get; set; }

    public override CaseAction Action => CaseAction.PlanAction;

    public override string Heading => T("new.title");

    /// <summary>By level, the one that takes the risk away first.</summary>
    public IReadOnlyList<Choice> Types =>
    [
        .. CodeLists.ActionLevels.Codes.SelectMany(level => Codes.Choices(CodeLists.ActionTypes, Today)
            .Where(choice => CodeLists.ActionTypes.Find(choice.Value)?.Text("level") == level.Id)
            .Select(choice => choice with { Group = Codes.Label(CodeLists.ActionLevels, level.Id) })),
        .. Codes.Choices(CodeLists.ActionTypes, Today).Where(choice => CodeLists.ActionTypes.Find(choice.Value)?.Text("level") is null),
    ];

    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    public string NoOwner => Case.Handler is { } handler ? T("owner.handler", handler.Name) : T("owner.me");

    [Allow(nameof(Operations.PlanAction))]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Require(Type, "type", T("type.missing"));
        Require(DueOn, "dueOn", T("due.missing"));
        var owner = Guid.TryParse(OwnerId, out var id) ? new UserId(id) : (UserId?)null;
        return SendAsync(
            new PlanActionCommand(
                Reference, Type, CaseText.From(Description), owner, Day(DueOn, "dueOn"), bool.TryParse(RepTookPart, out var part) ? part : null, Day(ExpiresOn, "expiresOn")),
            "action_planned",
            cancellationToken);
    }

    protected override void Fill()
    {
        DueOn = Times.ForDateField(Today.AddDays(UsualDays));
        RepTookPart = Is(CaseRole.Representative) && !Handles ? "true" : null;
    }

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!IsBlocked)
        {
            var candidates = await Mediator.Send(new ListCandidatesQuery(Reference, "action"), cancellationToken);
            Owners = [.. candidates.Items.Select(candidate => People.Choice(candidate))];
        }
    }
}
