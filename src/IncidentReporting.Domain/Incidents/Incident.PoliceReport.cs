using IncidentReporting.Domain.Common;

namespace IncidentReporting.Domain.Incidents;

public sealed partial class Incident
{
    /// <summary>The events that have not been corrected, in the order they were recorded.</summary>
    public IEnumerable<PoliceEvent> StandingPolice => _police.Where(step => !step.IsCorrected).OrderBy(step => step.RecordedAt).ThenBy(step => step.Id);

    /// <summary>The police's own number, from the latest event that has one.</summary>
    public CaseText? PoliceCaseNumber => StandingPolice.LastOrDefault(step => step.CaseNumber is not null)?.CaseNumber;

    /// <summary>What the latest event can be corrected to: the status before it, or what may follow that. Empty where nothing has happened.</summary>
    public IReadOnlyList<PoliceStatus> PoliceCorrectableTo
    {
        get
        {
            PoliceEvent[] standing = [.. StandingPolice];
            if (standing.Length == 0)
            {
                return [];
            }

            var before = standing.Length > 1 ? standing[^2].Status : PoliceStatus.Undecided;
            return [before, .. PoliceOrder.After(before)];
        }
    }

    /// <summary>Adds the next step, or corrects the latest; a correction to the status before it takes it back.</summary>
    public PoliceEvent RecordPolice(PoliceReportStep step, Actor by)
    {
        Require(CaseAction.RecordPoliceEvent);
        var latest = StandingPolice.LastOrDefault();
        var isNews = step.Status != PoliceStatus && step.Status != Incidents.PoliceStatus.UnknownAfterCheck;
        if (step.Corrects is { } corrected)
        {
            IncidentRules.CorrectsLatestPoliceEvent.Check(latest?.Id == corrected);
            IncidentRules.PoliceOrder.Check(PoliceCorrectableTo.Contains(step.Status));
            latest!.IsCorrected = true;
        }
        else
        {
            IncidentRules.PoliceOrder.Check(PoliceOrder.Allows(PoliceStatus, step.Status));
        }

        var recorded = PoliceEvent.Record(step, by);
        _police.Add(recorded);
        Happened(step.Corrects is null ? "police_event" : "police_event_corrected", by, FieldGroup.Police, recorded.Id);
        if (State == IncidentState.Closed && isNews)
        {
            ReopenFor("police_news", by);
        }
        else
        {
            Advance(by);
        }

        return recorded;
    }
}
