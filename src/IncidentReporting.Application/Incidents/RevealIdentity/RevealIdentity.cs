using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Idempotency;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.RevealIdentity;

/// <summary>Tells someone who needs it for her task who is behind the alias. The names stand in this answer only; the reason is kept, and the person herself reads it.</summary>
public sealed record RevealIdentityCommand(CaseReference Case, CaseText? Reason) : ICommand<RevealedIdentities>;

public sealed record RevealedIdentities(IReadOnlyList<RevealedIdentity> Items) : IGivenOnce;

/// <param name="ExposedId">The exposed person's part in the case.</param>
/// <param name="Alias">What stands in the person's place everywhere else.</param>
public sealed record RevealedIdentity(Guid ExposedId, string Alias, string Name);

internal sealed class RevealIdentityValidator : AbstractValidator<RevealIdentityCommand>
{
    public RevealIdentityValidator() =>
        RuleFor(command => command.Reason).NotNull().WithMessage(_ => IncidentTexts.ReasonMissing).AtMost(ReportContent.TextLength);
}

internal sealed class RevealIdentityHandler(IIncidentReportingDb db, CaseDesk desk, MassReading mass) : IRequestHandler<RevealIdentityCommand, RevealedIdentities>
{
    public async Task<RevealedIdentities> Handle(RevealIdentityCommand command, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(command.Case, cancellationToken);
        IdentityReveal? reveal = null;
        CaseDesk.Do(open, CaseAction.RevealIdentity, (opened, actor) => reveal = opened.Incident.RevealIdentity(command.Reason!, actor));
        db.Set<LogEntry>().Add(CaseLog.Reading(open, "identity_revealed", IncidentViewer.HiddenPerson, reveal!.Id));
        await desk.StoreAsync(open, cancellationToken);
        await mass.LookAsync(open.User.Id, open.Chart, open.Now, cancellationToken);
        return new RevealedIdentities(
        [
            .. open.Incident.Exposed
                .Select(exposed => (exposed.Id, exposed.UserId, Alias: exposed.UserId is { } user ? open.Incident.AliasOf(user, open.User.Id) : null))
                .Where(found => found.Alias is not null)
                .Select(found => new RevealedIdentity(found.Id, found.Alias!.Name, open.Chart.Person(found.UserId!.Value)?.Name ?? IncidentTexts.ProtectedPerson)),
        ]);
    }
}
