using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.RecordFollowUp;

/// <summary>The outcome of a follow-up: held, or declined by the exposed person.</summary>
public sealed record RecordFollowUpCommand(CaseReference Case, Guid FollowUpId, DateOrTime? HeldAt, CaseText? Summary, bool? NewRisks, bool? Declined)
    : CaseCommand(Case);

internal sealed class RecordFollowUpValidator : AbstractValidator<RecordFollowUpCommand>
{
    public RecordFollowUpValidator(TimeProvider time)
    {
        RuleFor(command => command.HeldAt).NotInFuture(time);
        RuleFor(command => command.Summary).AtMost(ReportContent.TextLength);
    }
}

internal sealed class RecordFollowUpHandler(CaseDesk desk) : IRequestHandler<RecordFollowUpCommand, IncidentView>
{
    public Task<IncidentView> Handle(RecordFollowUpCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command, CaseAction.RecordFollowUp, (open, actor) =>
        {
            var followUp = open.Incident.FollowUps.FirstOrDefault(planned => planned.Id == command.FollowUpId) ?? throw new NotFoundException();
            open.Incident.SettleFollowUp(followUp, open.Instant(command.HeldAt), command.Summary, command.NewRisks, command.Declined ?? false, actor);
        }, cancellationToken);
}
