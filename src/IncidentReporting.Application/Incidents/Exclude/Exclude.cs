using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using MediatR;

namespace IncidentReporting.Application.Incidents.Exclude;

/// <summary>Keeps a named person out of the case: from now on it does not exist for her, whatever roles she holds.</summary>
public sealed record ExcludeCommand(CaseReference Case, UserId? UserId, CaseText? Reason) : CaseCommand(Case);

internal sealed class ExcludeValidator : AbstractValidator<ExcludeCommand>
{
    public ExcludeValidator()
    {
        RuleFor(command => command.UserId).NotNull().WithMessage(_ => IncidentTexts.UnknownPerson);
        RuleFor(command => command.Reason).NotNull().WithMessage(_ => IncidentTexts.ReasonMissing).AtMost(ReportContent.TextLength);
    }
}

internal sealed class ExcludeHandler(CaseDesk desk, KeptOutMails mails) : IRequestHandler<ExcludeCommand, IncidentView>
{
    public async Task<IncidentView> Handle(ExcludeCommand command, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(command.Case, cancellationToken);
        var person = command.UserId!.Value;
        var wasHandled = IsHandled(open);
        CaseDesk.Do(open, CaseAction.Exclude, (_, actor) =>
        {
            command.Expected.Check(open.Incident.Version);
            Refuse(person, actor, open);
            open.Incident.Exclude(person, command.Reason!, actor);
            if (wasHandled && !IsHandled(open))
            {
                // Someone must be left who can act on the case.
                throw new InvalidInputException("userId", IncidentTexts.ExcludesTheLast);
            }
        });
        await mails.TakeBackAsync(open.Incident.Id, person, cancellationToken);
        return await desk.SaveAsync(open, cancellationToken);
    }

    /// <summary>The employer never decides which safety representative may follow a case; the exposed person does.</summary>
    internal static bool MayDecideOver(UserId person, Actor actor, OpenCase open) =>
        actor.Role == CaseRole.Exposed || !open.Chart.RolesOf(person, open.Now).Any(held => Reach.Representing.Contains(held.Role));

    private static bool IsHandled(OpenCase open)
    {
        var resolver = open.Parties();
        return resolver.Resolve(Party.Manager).Count > 0 || resolver.Resolve(Party.Coordinator).Count > 0;
    }

    private static void Refuse(UserId person, Actor actor, OpenCase open)
    {
        if (open.Chart.Person(person) is null)
        {
            throw new InvalidInputException("userId", IncidentTexts.UnknownPerson);
        }

        if (!MayDecideOver(person, actor, open))
        {
            throw new InvalidInputException("userId", IncidentTexts.RepresentativeStays);
        }
    }
}
