using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.OfferSupport;

/// <summary>Offers a support measure; to all who were hit, or to one of them.</summary>
public sealed record OfferSupportCommand(CaseReference Case, Guid? ExposedId, string? Measure, CaseText? Note, DateOnly? ExpiresOn) : CaseCommand(Case)
{
    /// <summary>Several at once, each an offer of its own; instead of <see cref="Measure"/>.</summary>
    public CodeSet? Measures { get; init; }
}

internal sealed class OfferSupportValidator : AbstractValidator<OfferSupportCommand>
{
    public OfferSupportValidator()
    {
        RuleFor(command => command.Measure).RequiredIn(CodeLists.SupportMeasures).When(command => command.Measures is not { Count: > 0 });
        RuleFor(command => command.Measure).In(CodeLists.SupportMeasures);
        RuleFor(command => command.Measures).AllIn(CodeLists.SupportMeasures);
        RuleFor(command => command.Note).AtMost(ReportContent.TextLength);
    }
}

internal sealed class OfferSupportHandler(CaseDesk desk) : IRequestHandler<OfferSupportCommand, IncidentView>
{
    public Task<IncidentView> Handle(OfferSupportCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command, CaseAction.OfferSupport, (open, actor) =>
        {
            if (command.ExposedId is { } exposed && open.Incident.Exposed.All(person => person.Id != exposed))
            {
                throw new InvalidInputException("exposedId", IncidentTexts.UnknownExposed);
            }

            foreach (var measure in CodeSet.Of([.. command.Measures ?? CodeSet.Empty, .. command.Measure is { } one ? [one] : Array.Empty<string>()]))
            {
                open.Incident.Offer(command.ExposedId, measure, command.Note, command.ExpiresOn, actor);
            }
        }, cancellationToken);
}
