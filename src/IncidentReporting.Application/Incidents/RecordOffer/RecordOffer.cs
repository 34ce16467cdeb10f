using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.RecordOffer;

/// <summary>The answer to an offer of support, and its delivery.</summary>
public sealed record RecordOfferCommand(
    CaseReference Case, Guid OfferId, string? Answer, DateOrTime? DeliveredAt, DateOrTime? CompletedAt)
    : CaseCommand(Case);

internal sealed class RecordOfferValidator : AbstractValidator<RecordOfferCommand>
{
    public RecordOfferValidator(TimeProvider time)
    {
        RuleFor(command => command.Answer).In(CodeLists.SupportAnswers);
        RuleFor(command => command.DeliveredAt).NotInFuture(time);
        RuleFor(command => command.CompletedAt).NotInFuture(time);
        RuleFor(command => command.Answer)
            .Must((command, _) => command.Answer is not null || command.DeliveredAt is not null || command.CompletedAt is not null)
            .WithMessage(_ => IncidentTexts.NothingToRecord);
    }
}

internal sealed class RecordOfferHandler(CaseDesk desk) : IRequestHandler<RecordOfferCommand, IncidentView>
{
    public Task<IncidentView> Handle(RecordOfferCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command, CaseAction.AnswerOffer, (open, actor) =>
        {
            var offer = open.Incident.Offers.FirstOrDefault(offered => offered.Id == command.OfferId) ?? throw new NotFoundException();
            if (actor.Role == CaseRole.Exposed && open.Roles.All(role => role is CaseRole.Exposed or CaseRole.Reporter)
                && (command.DeliveredAt is not null || command.CompletedAt is not null))
            {
                throw new NotAllowedException();
            }

            open.Incident.RecordOffer(offer, command.Answer, open.Instant(command.DeliveredAt), open.Instant(command.CompletedAt), actor);
        }, cancellationToken);
}
