using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Correct;
using IncidentReporting.Application.Incidents.Report;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.SubmitDraft;

/// <summary>Submits a draft: it gets its number, and its clocks start.</summary>
public sealed record SubmitDraftCommand(CaseReference Case) : ICommand<IncidentView>;

internal sealed class SubmitDraftHandler(CaseDesk desk, CaseIntake intake, TimeProvider time) : IRequestHandler<SubmitDraftCommand, IncidentView>
{
    public async Task<IncidentView> Handle(SubmitDraftCommand command, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(command.Case, cancellationToken);
        open.ActorFor(CaseAction.Submit);
        if (open.Incident.IsDraft)
        {
            var report = ReportChange.Of(open.Incident);
            new ReportInputValidator(time, complete: true).Validate(report).Refuse();
            await intake.CheckAsync(report, open.Chart, path: string.Empty, cancellationToken, open.Incident);
            await intake.SubmitAsync(open, cancellationToken);
        }
        else
        {
            CaseDesk.Do(open, CaseAction.Submit, (submitted, _) => submitted.Incident.RequireDraft());
        }

        return await desk.SaveToldAsync(open, cancellationToken);
    }
}
