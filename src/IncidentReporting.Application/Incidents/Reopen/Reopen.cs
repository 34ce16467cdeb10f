using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.Reopen;

/// <summary>Opens a closed case again; the exposed person always can.</summary>
public sealed record ReopenCommand(CaseReference Case, CaseText? Reason) : ICommand<IncidentView>;

internal sealed class ReopenValidator : AbstractValidator<ReopenCommand>
{
    public ReopenValidator() =>
        RuleFor(command => command.Reason).NotNull().WithMessage(_ => IncidentTexts.ReasonMissing).AtMost(ReportContent.TextLength);
}

internal sealed class ReopenHandler(CaseDesk desk) : IRequestHandler<ReopenCommand, IncidentView>
{
    public Task<IncidentView> Handle(ReopenCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command.Case, CaseAction.Reopen, (open, actor) => open.Incident.Reopen(command.Reason!, actor), cancellationToken);
}
