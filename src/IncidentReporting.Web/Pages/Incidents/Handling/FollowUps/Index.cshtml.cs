using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.AddNote;
using IncidentReporting.Application.Incidents.RecordFollowUp;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Handling.FollowUps.FollowUpTexts;

namespace IncidentReporting.Web.Pages.Incidents.Handling.FollowUps;

/// <summary>The outcome of a follow-up, with what to ask and the support to offer again beside it.</summary>
[Allow(nameof(Operations.RecordFollowUp))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : CaseForm(mediator, time)
{
    private static readonly string[] Always = ["ask.how", "ask.support", "ask.risks", "ask.known", "ask.work"];

    [FromRoute]
    public Guid FollowUpId { get; set; }

    [BindProperty(Name = "declined")]
    public string? DeclinedText { get; set; }

    [BindProperty]
    public string? HeldAt { get; set; }

    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public string? NewRisks { get; set; }

    public override CaseAction Action => CaseAction.RecordFollowUp;

    public override string Heading => T("title", FollowUp.Name[1..]);

    public FollowUpView FollowUp => Case.FollowUps.Value?.FirstOrDefault(planned => planned.Id == FollowUpId) ?? throw new NotFoundException();

    /// <summary>The outcome, where there is one already.</summary>
    public FollowUpView? Settled => FollowUp.State is "held" or "declined" ? FollowUp : null;

    public string When => Settled is null ? Times.Until(FollowUp.DueAt, Now) : T("settled");

    public IReadOnlyList<string> Questions => FollowUp.Rule switch
    {
        "R9" => [.. Always, "ask.police"],
        "R11" => [.. Always, "ask.sleep", "ask.health_service"],
        _ => [.. Always, "ask.sleep", "ask.go_on"],
    };

    /// <summary>What was declined or put off, and has not been accepted since.</summary>
    public IReadOnlyList<OfferView> Declined =>
    [
        .. (Case.Support.Offers.Value ?? []).GroupBy(offer => offer.Measure).Select(offers => offers.MaxBy(offer => offer.OfferedAt)!)
            .Where(offer => offer.Answer is "declined" or "later"),
    ];

    internal static IReadOnlyList<Choice> Outcomes => [new("false", T("outcome.held")), new("true", T("outcome.declined"), T("outcome.declined.help"))];

    [Allow(nameof(Operations.RecordFollowUp))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var declined = DeclinedText == "true";
        Require(DeclinedText, "declined", T("outcome.missing"));
        if (DeclinedText == "false")
        {
            Require(NewRisks, "newRisks", T("risks.missing"));
        }

        return await SendAsync(
            new RecordFollowUpCommand(
                Reference, FollowUpId, Moment(HeldAt, hour: null, "heldAt", "heldAt"), CaseText.From(Summary), bool.TryParse(NewRisks, out var risks) ? risks : null, declined),
            declined ? "follow_up_declined" : "follow_up_held",
            cancellationToken);
    }

    /// <summary>When somebody else has given the outcome meanwhile, the words still reach the case.</summary>
    [Allow(nameof(Operations.AddNote))]
    public async Task<IActionResult> OnPostNoteAsync(CancellationToken cancellationToken)
    {
        Require(Summary, "summary", T("note.missing"));
        if (ModelState.IsValid && await Mediator.TrySendAsync(new AddNoteCommand(Reference, CaseText.From(Summary), "case"), ModelState, cancellationToken))
        {
            return Redirect($"{Address()}?done=note_added");
        }

        await OpenAgainAsync(cancellationToken);
        return Page();
    }

    protected override void Fill() => HeldAt = Times.ForDateField(Today);

    protected override IEnumerable<BothWrote> Compare() => Settled is not { } now ? [] :
    [
        new(T("outcome"), T(now.Declined ? "outcome.declined" : "outcome.held"), DeclinedText is null ? null : T(DeclinedText == "true" ? "outcome.declined" : "outcome.held")),
        new(T("summary"), now.Summary?.Value, Summary),
        new(T("risks"), Said(now.NewRisks), Said(bool.TryParse(NewRisks, out var risks) ? risks : null)),
    ];

    private static string? Said(bool? value) => value is { } told ? HandlingTexts.T(told ? "yes" : "no") : null;
}
