using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.RecordOffer;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Handling.Support.SupportTexts;

namespace IncidentReporting.Web.Pages.Incidents.Handling.Support;

/// <summary>The answer to an offer, by the exposed person or as she gave it to a handler; and when the support was given and ended.</summary>
[Allow(nameof(Operations.RecordOffer))]
internal sealed class OfferModel(IMediator mediator, TimeProvider time) : CaseForm(mediator, time)
{
    [FromRoute]
    public Guid OfferId { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? DeliveredAt { get; set; }

    [BindProperty]
    public string? CompletedAt { get; set; }

    public override CaseAction Action => CaseAction.AnswerOffer;

    public override string Heading => Codes.Label(CodeLists.SupportMeasures, Offer.Measure);

    public OfferView Offer => Case.Support.Offers.Value?.FirstOrDefault(offer => offer.Id == OfferId) ?? throw new NotFoundException();

    /// <summary>Said where there is more than one person it could be for.</summary>
    public string? ToWhom => Case.Exposed.Count < 2 ? null : Case.Exposed.FirstOrDefault(exposed => exposed.Id == Offer.ExposedId)?.Name ?? T("to_all");

    public IReadOnlyList<Choice> Answers => Codes.Choices(CodeLists.SupportAnswers, Today);

    [Allow(nameof(Operations.RecordOffer))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        var now = Offer;

        // What stands already is not said anew: a second answer would seem to be a new one.
        var answer = string.IsNullOrEmpty(Answer) || Answer == now.Answer ? null : Answer;
        var delivered = Handles ? New(DeliveredAt, "deliveredAt", now.DeliveredAt) : null;
        var completed = Handles ? New(CompletedAt, "completedAt", now.CompletedAt) : null;
        if (ModelState.IsValid && answer is null && delivered is null && completed is null)
        {
            ModelState.AddModelError("answer", T(Handles ? "offer.nothing" : "answer.missing"));
        }

        return await SendAsync(new RecordOfferCommand(Reference, OfferId, answer, delivered, completed), answer is null ? "offer_delivered" : "offer_answered", cancellationToken);
    }

    protected override void Fill()
    {
        Answer = Offer.Answer;
        DeliveredAt = Shown(Offer.DeliveredAt);
        CompletedAt = Shown(Offer.CompletedAt);
    }

    protected override IEnumerable<BothWrote> Compare() =>
    [
        new(T("answer.of"), Offer.Answer is null ? null : Codes.Label(CodeLists.SupportAnswers, Offer.Answer), string.IsNullOrEmpty(Answer) ? null : Codes.Label(CodeLists.SupportAnswers, Answer)),
        new(T("delivered"), Shown(Offer.DeliveredAt), DeliveredAt),
        new(T("completed"), Shown(Offer.CompletedAt), CompletedAt),
    ];

    private static string? Shown(DateTimeOffset? at) => at is { } told ? Times.ForDateField(ShownZone.DayOf(told)) : null;

    private DateOrTime? New(string? text, string field, DateTimeOffset? stands)
    {
        var day = Day(text, field);
        return day is null || Times.ForDateField(day.Value) == Shown(stands) ? null
            : new DateOrTime(day.Value, day == Today ? Now : null);
    }
}
