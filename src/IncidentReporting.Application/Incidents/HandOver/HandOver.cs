using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using MediatR;

namespace IncidentReporting.Application.Incidents.HandOver;

/// <summary>Hands the case to another manager, deputy or coordinator.</summary>
public sealed record HandOverCommand(CaseReference Case, UserId? UserId) : CaseCommand(Case);

internal sealed class HandOverValidator : AbstractValidator<HandOverCommand>
{
    public HandOverValidator() => RuleFor(command => command.UserId).NotNull().WithMessage(_ => IncidentTexts.UnknownPerson);
}

internal sealed class HandOverHandler(CaseDesk desk) : IRequestHandler<HandOverCommand, IncidentView>
{
    public static readonly Role[] Handling = [Role.Manager, Role.Deputy, Role.Coordinator];

    public Task<IncidentView> Handle(HandOverCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command, CaseAction.HandOver, (open, actor) =>
        {
            if (open.Chart.Person(command.UserId!.Value) is null)
            {
                throw new InvalidInputException("userId", IncidentTexts.UnknownPerson);
            }

            if (!IsSuitable(command.UserId.Value, open))
            {
                throw new InvalidInputException("userId", IncidentTexts.HandlerUnsuitable);
            }

            open.Incident.HandOver(command.UserId.Value, actor);
        }, cancellationToken);

    /// <summary>A manager, deputy or coordinator who has no other part in what happened.</summary>
    public static bool IsSuitable(UserId person, OpenCase open) =>
        !open.Chart.Person(person)!.IsDisabled
        && open.Incident.ExposedAs(person) is null
        && open.Incident.Report.CounterpartUserId != person
        && !open.Incident.IsKeptOut(person)
        && open.Chart.RolesOf(person, open.Now).Any(held => Handling.Contains(held.Role))
        && !open.IsPassedBy(person);
}
