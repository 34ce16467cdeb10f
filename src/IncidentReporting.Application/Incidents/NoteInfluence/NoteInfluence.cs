using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.NoteInfluence;

/// <summary>How the exercise of authority was influenced. Shown to the exposed person alone; others see statistics of at least ten.</summary>
public sealed record NoteInfluenceCommand(CaseReference Case, string? Purpose, CodeSet? Outcomes, string? Intervention) : ICommand<IncidentView>;

internal sealed class NoteInfluenceValidator : AbstractValidator<NoteInfluenceCommand>
{
    public NoteInfluenceValidator()
    {
        RuleFor(command => command.Purpose).In(CodeLists.InfluencePurposes);
        RuleFor(command => command.Outcomes).AllIn(CodeLists.InfluenceOutcomes);
        RuleFor(command => command.Intervention).In(CodeLists.InfluenceInterventions);
        RuleFor(command => command.Outcomes)
            .Must((command, _) => command.Outcomes is { Count: > 0 } || command.Purpose is not null || command.Intervention is not null)
            .WithMessage(_ => IncidentTexts.NothingToRecord);
    }
}

internal sealed class NoteInfluenceHandler(CaseDesk desk) : IRequestHandler<NoteInfluenceCommand, IncidentView>
{
    public Task<IncidentView> Handle(NoteInfluenceCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Case,
            CaseAction.NoteInfluence,
            (open, actor) => open.Incident.NoteInfluence(command.Purpose, command.Outcomes ?? CodeSet.Empty, command.Intervention, actor),
            cancellationToken);
}
