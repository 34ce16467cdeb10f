using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Incidents;

/// <summary>What submission needs from outside the case: its number, the policy of the day and who oversees it.</summary>
public sealed record Submission(string Number, Guid? PolicyVersionId, UnitId? OversightUnitId, IReadOnlyList<PlannedFollowUp> FollowUps);

public sealed partial class Incident
{
    public static Incident Draft(EmployerId employer, UnitId unit, ReportContent report, IEnumerable<NamedExposed> exposed, Actor by)
    {
        var incident = new Incident
        {
            Id = IncidentId.New(by.Now),
            EmployerId = employer,
            UnitId = unit,
            ReporterId = by.Id,
            CreatedAt = by.Now,
            Report = report,
        };
        incident._exposed.AddRange(
            incident.Match(exposed).Select(match => ExposedPerson.Create(match.Named.User, match.Named.Role, match.Named.OccupationalGroup, by.Now)));
        incident.Happened("drafted", by, FieldGroup.Core);
        return incident;
    }

    /// <summary>Changes a draft freely; after submission keeps the earlier wording of every field that changes.</summary>
    public void Correct(ReportContent content, Actor by)
    {
        Require(CaseAction.Edit);
        var changes = Report.DifferencesFrom(content).ToArray();
        if (changes.Length == 0)
        {
            return;
        }

        if (!IsDraft)
        {
            IncidentRules.ReportComplete.Check(content.IsComplete);
            _corrections.AddRange(changes.Select(change => Correction.Keep(change.Field, change.Wording, by)));
        }

        var wasInjured = HasInjuryConsequence;
        Report = content;
        NoticeInjury(!wasInjured && HasInjuryConsequence, by);
        foreach (var group in changes.GroupBy(change => ReportFields.All.First(field => field.Name == change.Field).Group))
        {
            Happened(IsDraft ? "draft_changed" : "corrected", by, group.Key, fields: string.Join(',', group.Select(change => change.Field)));
        }

        SettleFirstDuties(by);
    }

    /// <summary>Names who was hit. Nobody who already stands in a submitted case is taken away from it.</summary>
    public void NameExposed(IEnumerable<NamedExposed> exposed, Actor by)
    {
        Require(CaseAction.Edit);
        var added = new List<ExposedPerson>();
        if (IsDraft)
        {
            _exposed.Clear();
        }

        foreach (var (named, known) in Match(exposed))
        {
            if (known is null)
            {
                added.Add(ExposedPerson.Create(named.User, named.Role, named.OccupationalGroup, by.Now));
            }
            else
            {
                known.Describe(named.Role, named.OccupationalGroup);
            }
        }

        Join(added, by);
        if (added.Count == 0)
        {
            Happened("exposed_described", by, FieldGroup.Core);
        }
    }

    public void MoveDraftTo(UnitId unit)
    {
        Require(CaseAction.Submit);
        UnitId = unit;
    }

    public void Submit(Submission submission, Actor by)
    {
        Require(CaseAction.Submit);
        IncidentRules.ReportComplete.Check(Report.IsComplete && _exposed.Count > 0);
        MoveTo(IncidentState.Submitted);
        Number = submission.Number;
        PolicyVersionId = submission.PolicyVersionId;
        OversightUnitId = submission.OversightUnitId;
        SubmittedAt = by.Now;
        _followUps.AddRange(submission.FollowUps.Select(planned => FollowUp.Schedule(planned, by.Now)));
        NoticeInjury(HasInjuryConsequence, by);
        Happened("submitted", by, FieldGroup.Core);
    }

    /// <summary>Gives the case to another oversight, where who is its counterpart or was hit has become known.</summary>
    public void Oversee(UnitId? oversight, Actor by)
    {
        if (oversight == OversightUnitId)
        {
            return;
        }

        OversightUnitId = oversight;
        Happened("oversight_changed", by, FieldGroup.Core);
    }

    public void TakeOver(Actor by)
    {
        Require(CaseAction.TakeOver);
        IncidentRules.OnlyExposedTakesOver.Check(ExposedAs(by.Id) is not null && ReporterId != by.Id);
        TakenOver = true;
        Happened("taken_over", by, FieldGroup.Core);
    }

    public void Share(Sharing sharing, Actor by)
    {
        Require(CaseAction.Edit);
        ExposedAs(by.Id)?.Share(sharing);
        Happened("sharing_changed", by, FieldGroup.Adequacy);
    }

    public void DeclineInformation(bool declined, Actor by)
    {
        Require(CaseAction.Edit);
        InformationDeclined = declined;
        Happened(declined ? "information_declined" : "information_wanted", by, FieldGroup.Core);
    }

    public void Attach(Attachment attachment, Actor by)
    {
        Require(CaseAction.Attach);
        _attachments.Add(attachment);
        Happened(Attachment.Received, by, FieldGroup.Narrative, attachment.Id, attachment.AsReceived);
    }

    public Takedown RequestTakedown(TakedownRequest request, Actor by)
    {
        Require(CaseAction.RequestTakedown);
        var takedown = Takedown.Request(request, by);
        _takedowns.Add(takedown);
        Happened("takedown_requested", by, FieldGroup.Narrative, takedown.Id);
        return takedown;
    }

    /// <summary>The latest answer holds: what was removed can come back, and be refused the second time.</summary>
    public void RecordTakedown(Takedown takedown, string answer, DateTimeOffset? at, CaseText? note, Actor by)
    {
        Require(CaseAction.RecordTakedown);
        takedown.Record(answer, at, note, by.Now);
        Happened("takedown_answered", by, FieldGroup.Narrative, takedown.Id);
    }

    public void Write(CaseText text, string audience, Actor by)
    {
        Require(CaseAction.AddNote);
        var note = CaseNote.Write(text, audience, by);
        _notes.Add(note);
        Happened("note_added", by, audience == "handlers" ? FieldGroup.Handling : FieldGroup.Narrative, note.Id);
        Advance(by);
    }

    public void NoteInfluence(string? purpose, CodeSet outcomes, string? intervention, Actor by)
    {
        Require(CaseAction.NoteInfluence);
        var exposed = RequireExposed(by);
        var influence = _influences.Find(note => note.ExposedId == exposed.Id);
        if (influence is null)
        {
            influence = Influence.Of(exposed.Id, by.Now);
            _influences.Add(influence);
        }

        influence.Tell(purpose, outcomes, intervention, by.Now);
        Happened("influence_noted", by, FieldGroup.Influence);
    }

    public void EraseInfluence(Actor by)
    {
        Require(CaseAction.NoteInfluence);
        var exposed = RequireExposed(by);
        _influences.RemoveAll(note => note.ExposedId == exposed.Id);
        Happened("influence_erased", by, FieldGroup.Influence);
    }

    private ExposedPerson RequireExposed(Actor by)
    {
        var exposed = ExposedAs(by.Id);
        IncidentRules.InfluenceOfExposed.Check(exposed is not null);
        return exposed!;
    }

    // A person is known by the account, a team or workplace by its part; each row answers to one name.
    private List<(NamedExposed Named, ExposedPerson? Known)> Match(IEnumerable<NamedExposed> exposed)
    {
        var rest = _exposed.ToList();
        var matched = new List<(NamedExposed, ExposedPerson?)>();
        foreach (var named in exposed)
        {
            var known = rest.Find(row => row.UserId == named.User && (named.User is not null || row.Role == named.Role));
            if (known is not null)
            {
                rest.Remove(known);
            }
            else if (named.User is not null && matched.Exists(other => other.Item1.User == named.User))
            {
                continue;
            }

            matched.Add((named, known));
        }

        return matched;
    }

    // Each exposed person of a duplicate keeps a row of her own; who already has one in the main case keeps that.
    private void JoinExposed(IEnumerable<ExposedPerson> exposed, Actor by) =>
        Join(
            [
                .. exposed.Where(person => person.UserId is not { } user || ExposedAs(user) is null)
                    .Select(person => ExposedPerson.Create(person.UserId, person.Role, person.OccupationalGroup, by.Now)),
            ],
            by);

    private void Join(IReadOnlyList<ExposedPerson> added, Actor by)
    {
        IncidentRules.ExposedIsNotKeptOut.Check(added.All(person => person.UserId is not { } user || !IsKeptOut(user)));
        _exposed.AddRange(added);

        // Who stands in a report from its beginning came to it with the report.
        foreach (var person in IsDraft ? [] : added)
        {
            Happened("exposed_added", by, FieldGroup.Core, person.Id);
        }
    }
}
