using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.OfferSupport;

/// <summary>Offers a support measure; to all who were hit, or to one of them.</summary>
public sealed record OfferSupportCommand(CaseReference Case, Guid? ExposedId, string? Measure, CaseText? Note, DateOnly? ExpiresOn) : ICommand<IncidentView>;

internal sealed class OfferSupportValidator : AbstractValidator<OfferSupportCommand>
{
    public OfferSupportValidator()
    {
        RuleFor(command => command.Measure).RequiredIn(CodeLists.SupportMeasures);
        RuleFor(command => command.Note).AtMost(ReportContent.TextLength);
    }
}

internal sealed class OfferSupportHandler(CaseDesk desk) : IRequestHandler<OfferSupportCommand, IncidentView>
{
    public Task<IncidentView> Handle(OfferSupportCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command.Case, CaseAction.OfferSupport, (open, actor) =>
        {
            if (command.ExposedId is { } exposed && open.Incident.Exposed.All(person => person.Id != exposed))
            {
                throw new InvalidInputException("exposedId", IncidentTexts.UnknownExposed);
            }

            open.Incident.Offer(command.ExposedId, command.Measure!, command.Note, command.ExpiresOn, actor);
        }, cancellationToken);
}
