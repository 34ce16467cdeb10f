using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.RateSupport;

/// <summary>How sufficient the support has been so far; the exposed person's own judgement.</summary>
public sealed record RateSupportCommand(CaseReference Case, string? Adequacy, CaseText? Comment) : ICommand<IncidentView>;

internal sealed class RateSupportValidator : AbstractValidator<RateSupportCommand>
{
    public RateSupportValidator()
    {
        RuleFor(command => command.Adequacy).RequiredIn(CodeLists.SupportAdequacies);
        RuleFor(command => command.Comment).AtMost(ReportContent.TextLength);
    }
}

internal sealed class RateSupportHandler(CaseDesk desk) : IRequestHandler<RateSupportCommand, IncidentView>
{
    public Task<IncidentView> Handle(RateSupportCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Case, CaseAction.RateSupport, (open, actor) => open.Incident.Rate(command.Adequacy!, command.Comment, actor), cancellationToken);
}
