using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.MarkDuplicate;

/// <summary>Links the case to its main case, which takes over every exposed person.</summary>
public sealed record MarkDuplicateCommand(CaseReference Case, string? Of) : CaseCommand(Case);

internal sealed class MarkDuplicateValidator : AbstractValidator<MarkDuplicateCommand>
{
    public MarkDuplicateValidator() => RuleFor(command => command.Of).NotEmpty().WithMessage(_ => IncidentTexts.CodeMissing);
}

internal sealed class MarkDuplicateHandler(CaseDesk desk) : IRequestHandler<MarkDuplicateCommand, IncidentView>
{
    public async Task<IncidentView> Handle(MarkDuplicateCommand command, CancellationToken cancellationToken)
    {
        var duplicate = await desk.OpenAsync(command.Case, cancellationToken);
        duplicate.ActorFor(CaseAction.MarkDuplicate);
        command.Expected.Check(duplicate.Incident.Version);
        var main = await OpenMainAsync(command, cancellationToken);
        CaseDesk.Do(duplicate, CaseAction.MarkDuplicate, (open, actor) => open.Incident.MarkDuplicateOf(main.Incident, actor));
        return await desk.SaveAsync(duplicate, cancellationToken, main);
    }

    private async Task<OpenCase> OpenMainAsync(MarkDuplicateCommand command, CancellationToken cancellationToken)
    {
        try
        {
            return await desk.OpenAsync(CaseReference.Parse(command.Of!), cancellationToken);
        }
        catch (NotFoundException)
        {
            // The main case stands in the body: the caller's mistake there is not a missing page.
            throw new InvalidInputException("of", IncidentTexts.UnknownCase);
        }
    }
}
