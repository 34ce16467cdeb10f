using IncidentReporting.Domain.Common;

namespace IncidentReporting.Domain.Incidents;

public sealed partial class Incident
{
    /// <summary>The events that have not been corrected, in the order they were recorded.</summary>
    public IEnumerable<PoliceEvent> StandingPolice => _police.Where(step => !step.IsCorrected).OrderBy(step => step.RecordedAt);

    /// <summary>The police's own number, from the latest event that has one.</summary>
    public CaseText? PoliceCaseNumber => StandingPolice.LastOrDefault(step => step.CaseNumber is not null)?.CaseNumber;

    public PoliceEvent RecordPolice(PoliceReportStep step, Actor by)
    {
        Require(CaseAction.RecordPoliceEvent);
        var latest = StandingPolice.LastOrDefault();
        if (step.Corrects is { } corrected)
        {
            IncidentRules.CorrectsLatestPoliceEvent.Check(latest?.Id == corrected);
            var before = StandingPolice.TakeWhile(other => other.Id != corrected).LastOrDefault()?.Status ?? PoliceStatus.Undecided;
            IncidentRules.PoliceOrder.Check(PoliceOrder.Allows(before, step.Status));
            latest!.IsCorrected = true;
        }
        else
        {
            IncidentRules.PoliceOrder.Check(PoliceOrder.Allows(PoliceStatus, step.Status));
        }

        var recorded = PoliceEvent.Record(step, by);
        _police.Add(recorded);
        Happened(step.Corrects is null ? "police_event" : "police_event_corrected", by, FieldGroup.Police, recorded.Id);
        if (State == IncidentState.Closed && step.Status != PoliceStatus.UnknownAfterCheck)
        {
            ReopenFor("police_news", by);
        }

        Advance(by);
        return recorded;
    }
}
