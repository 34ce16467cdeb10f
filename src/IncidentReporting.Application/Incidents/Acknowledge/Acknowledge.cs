using FluentValidation;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.Acknowledge;

/// <summary>The manager confirms the report with a personal message to the exposed person.</summary>
public sealed record AcknowledgeCommand(CaseReference Case, CaseText? Message) : CaseCommand(Case);

internal sealed class AcknowledgeValidator : AbstractValidator<AcknowledgeCommand>
{
    public AcknowledgeValidator() =>
        RuleFor(command => command.Message).NotNull().WithMessage(_ => IncidentTexts.MessageMissing).AtMost(ReportContent.TextLength);
}

internal sealed class AcknowledgeHandler(CaseDesk desk) : IRequestHandler<AcknowledgeCommand, IncidentView>
{
    public Task<IncidentView> Handle(AcknowledgeCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command, CaseAction.Acknowledge, (open, actor) => open.Incident.Acknowledge(command.Message!, actor), cancellationToken);
}
