using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Idempotency;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.DiscloseIdentity;

/// <summary>Shows the counterpart's identity to a representative who needs it, with the reason kept in the log of readings and in the case.</summary>
public sealed record DiscloseIdentityCommand(CaseReference Case, CaseText? Reason) : ICommand<DisclosedIdentity>;

public sealed record DisclosedIdentity(CaseText? Identity, string? IdentityGround) : IGivenOnce;

internal sealed class DiscloseIdentityValidator : AbstractValidator<DiscloseIdentityCommand>
{
    public DiscloseIdentityValidator() =>
        RuleFor(command => command.Reason).NotNull().WithMessage(_ => IncidentTexts.ReasonMissing).AtMost(ReportContent.TextLength);
}

internal sealed class DiscloseIdentityHandler(IIncidentReportingDb db, CaseDesk desk, MassReading mass) : IRequestHandler<DiscloseIdentityCommand, DisclosedIdentity>
{
    public async Task<DisclosedIdentity> Handle(DiscloseIdentityCommand command, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(command.Case, cancellationToken);
        CaseDesk.Do(open, CaseAction.DiscloseIdentity, (disclosed, actor) => disclosed.Incident.Write(command.Reason!, "handlers", actor));
        db.Set<LogEntry>().Add(CaseLog.Reading(open, "identity_disclosed", ShownFields.Identity));
        await desk.StoreAsync(open, cancellationToken);
        await mass.LookAsync(open.User.Id, open.Chart, open.Now, cancellationToken);
        return new DisclosedIdentity(open.Incident.Report.CounterpartIdentity, open.Incident.Report.CounterpartIdentityGround);
    }
}
