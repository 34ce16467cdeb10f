using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.Withdraw;

/// <summary>Takes the report back. Its text is sealed; where danger was stated it is still assessed.</summary>
public sealed record WithdrawCommand(CaseReference Case, CaseText? Reason) : ICommand<IncidentView>;

internal sealed class WithdrawValidator : AbstractValidator<WithdrawCommand>
{
    public WithdrawValidator() => RuleFor(command => command.Reason).AtMost(ReportContent.TextLength);
}

internal sealed class WithdrawHandler(CaseDesk desk) : IRequestHandler<WithdrawCommand, IncidentView>
{
    public Task<IncidentView> Handle(WithdrawCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command.Case, CaseAction.Withdraw, (open, actor) => open.Incident.Withdraw(command.Reason, actor), cancellationToken);
}
