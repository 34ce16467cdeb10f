using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.Notify;

/// <summary>A step of a notice to an authority or another: required, sent, received, answered, or not required and why.</summary>
public sealed record NotifyCommand(CaseReference Case, string? Addressee, string? Status, DateOrTime? At, CaseText? Reason, CaseText? Reference)
    : CaseCommand(Case);

internal sealed class NotifyValidator : AbstractValidator<NotifyCommand>
{
    public NotifyValidator(TimeProvider time)
    {
        RuleFor(command => command.Addressee).RequiredIn(CodeLists.NotificationAddressees);
        RuleFor(command => command.Status).RequiredIn(CodeLists.NotificationStatuses);
        RuleFor(command => command.At).NotInFuture(time);
        RuleFor(command => command.Reason).NotNull().When(command => command.Status == "not_required").WithMessage(_ => IncidentTexts.NotRequiredReason);
        RuleFor(command => command.Reason).AtMost(ReportContent.TextLength);
        RuleFor(command => command.Reference).AtMost(200);
    }
}

internal sealed class NotifyHandler(CaseDesk desk) : IRequestHandler<NotifyCommand, IncidentView>
{
    public Task<IncidentView> Handle(NotifyCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command,
            CaseAction.Notify,
            (open, actor) => open.Incident.Notify(command.Addressee!, command.Status!, open.Instant(command.At), command.Reason, command.Reference, actor),
            cancellationToken);
}
