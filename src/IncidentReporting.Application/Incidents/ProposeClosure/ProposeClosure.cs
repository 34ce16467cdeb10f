using FluentValidation;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.ProposeClosure;

/// <summary>Proposes to close the case. Every exposed person is asked; refused with each guard that is not met.</summary>
public sealed record ProposeClosureCommand(CaseReference Case, string? Reason, CaseText? Summary, CaseText? Receiver) : CaseCommand(Case);

internal sealed class ProposeClosureValidator : AbstractValidator<ProposeClosureCommand>
{
    private static readonly string[] Reasons = ["completed", "out_of_scope", "transferred"];

    public ProposeClosureValidator()
    {
        RuleFor(command => command.Reason).Must(reason => reason is not null && Reasons.Contains(reason)).WithMessage(_ => IncidentTexts.ClosureReason);
        RuleFor(command => command.Summary)
            .NotNull().When(command => command is { Reason: "transferred", Receiver: null }).WithMessage(_ => IncidentTexts.ReceiverMissing);
        RuleFor(command => command.Summary).AtMost(ReportContent.TextLength);
        RuleFor(command => command.Receiver).AtMost(200);
    }
}

internal sealed class ProposeClosureHandler(CaseDesk desk) : IRequestHandler<ProposeClosureCommand, IncidentView>
{
    public Task<IncidentView> Handle(ProposeClosureCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command,
            CaseAction.ProposeClosure,
            (open, actor) => open.Incident.ProposeClosure(command.Reason!, command.Summary, command.Receiver, actor),
            cancellationToken);
}
