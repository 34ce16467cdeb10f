using IncidentReporting.Domain.Common;

namespace IncidentReporting.Domain.Incidents;

/// <summary>A guard by its code, and whether it is met.</summary>
public sealed record Guard(string Code, bool IsMet);

public sealed partial class Incident
{
    public static readonly TimeSpan AnswerTime = TimeSpan.FromDays(14);

    public ClosureProposal? CurrentProposal => _proposals.Find(proposal => proposal.SettledAt is null);

    /// <summary>The latest answer of each exposed person to the proposal that waits.</summary>
    public IReadOnlyList<ClosureAnswer> CurrentAnswers =>
        CurrentProposal is not { } proposal ? [] :
        [
            .. _answers.Where(answer => answer.ProposalId == proposal.Id)
                .GroupBy(answer => answer.ExposedId)
                .Select(answers => answers.MaxBy(answer => (answer.At, answer.Id))!),
        ];

    public bool IsObjected => CurrentAnswers.Any(answer => !answer.Agrees);

    /// <summary>Every guard of a completed closing, in the order they are told.</summary>
    public IReadOnlyList<Guard> ClosureGuards =>
    [
        new("contact_made", AcknowledgedAt is not null),
        new("av_assessed", AvAnswered),
        new("av_settled", AvSettled),
        new("police_decided", PoliceStatus != PoliceStatus.Undecided),
        new("injury_settled", InjurySettled),
        new("two_follow_ups", _followUps.Count(followUp => followUp.SettledAt is not null) >= 2),
        new("actions_settled", _actions.TrueForAll(action => action.IsSettled)),
        new("adequacy_asked", _ratings.Count > 0 || _followUps.Exists(followUp => followUp.SettledAt is not null)),
    ];

    /// <summary>Proposes to close. After an objection the next manager closes at once, with a written reason.</summary>
    public void ProposeClosure(string reason, CaseText? summary, CaseText? receiver, Actor by)
    {
        Require(CaseAction.ProposeClosure);
        var guards = reason == "completed" ? ClosureGuards : [new Guard("av_assessed", AvAnswered)];
        CheckGuards(guards);
        var overruled = IsObjected;
        IncidentRules.ClosureNotPending.Check(CurrentProposal is null || overruled);
        Wake();
        SettleFirstDuties(by);
        if (CurrentProposal is { } former)
        {
            former.SettledAt = by.Now;
        }

        var proposal = ClosureProposal.Propose(reason, summary, receiver, by);
        _proposals.Add(proposal);
        Happened("closure_proposed", by, FieldGroup.Core, proposal.Id);
        if (overruled && by.Role == CaseRole.NextManager && summary is not null)
        {
            End(proposal, by);
        }
    }

    public void AnswerClosure(bool agrees, CaseText? comment, Actor by)
    {
        Require(CaseAction.AnswerClosure);
        var proposal = CurrentProposal;
        IncidentRules.ClosureProposed.Check(proposal is not null);
        var exposed = by.Role == CaseRole.Exposed ? ExposedAs(by.Id) : null;
        if (by.Role == CaseRole.Representative)
        {
            IncidentRules.RepresentativeWaits.Check(!ExposedObject && (!AskedPersons.Any() || by.Now >= proposal!.ProposedAt + AnswerTime));
        }
        else if (exposed is null)
        {
            IncidentRules.NextManagerAfterObjection.Check(by.Role == CaseRole.NextManager && IsObjected && agrees && comment is not null);
        }

        _answers.Add(ClosureAnswer.Give(proposal!.Id, exposed?.Id, agrees, comment, by));
        Happened(agrees ? "closure_agreed" : "closure_objected", by, FieldGroup.Core, proposal.Id);
        if (exposed is null ? agrees : EveryoneAgrees)
        {
            End(proposal, by);
        }
    }

    public void Reopen(CaseText reason, Actor by)
    {
        Require(CaseAction.Reopen);
        _notes.Add(CaseNote.Write(reason, "case", by));
        ReopenFor("asked", by);
    }

    /// <summary>Takes the report back. It is still counted as withdrawn; its text is sealed.</summary>
    public void Withdraw(CaseText? reason, Actor by)
    {
        Require(CaseAction.Withdraw);
        MoveTo(IncidentState.Withdrawn);
        WithdrawalReason = reason;
        Ended("withdrawn", by);
    }

    /// <summary>Links this case to its main case, which takes over every exposed person as a row of its own.</summary>
    public void MarkDuplicateOf(Incident main, Actor by)
    {
        Require(CaseAction.MarkDuplicate);
        IncidentRules.NotDuplicateOfItself.Check(main.Id != Id && main.EmployerId == EmployerId && !main.IsEnded && !main.IsDraft);
        MoveTo(IncidentState.Duplicate);
        DuplicateOf = main.Id;
        main.JoinExposed(_exposed, by);
        main.Happened("duplicate_joined", by, FieldGroup.Core, Id.Value);
        Ended("marked_duplicate", by);
    }

    private IEnumerable<ExposedPerson> AskedPersons => _exposed.Where(exposed => exposed.UserId is not null);

    private bool EveryoneAgrees =>
        AskedPersons.All(exposed => CurrentAnswers.Any(answer => answer.ExposedId == exposed.Id && answer.Agrees));

    private bool ExposedObject => CurrentAnswers.Any(answer => answer is { ExposedId: not null, Agrees: false });

    private void End(ClosureProposal proposal, Actor by)
    {
        proposal.SettledAt = by.Now;
        switch (proposal.Reason)
        {
            case "out_of_scope":
                MoveTo(IncidentState.OutOfScope);
                Ended("found_out_of_scope", by);
                break;
            case "transferred":
                MoveTo(IncidentState.Transferred);
                Ended("transferred", by);
                break;
            default:
                CheckGuards(ClosureGuards);
                MoveTo(IncidentState.Closed);
                ClosedAt = by.Now;
                Happened("closed", by, FieldGroup.Core);
                break;
        }
    }

    private void Ended(string what, Actor by)
    {
        EndedAt = by.Now;
        CurrentProposal?.SettledAt = by.Now;
        Happened(what, by, FieldGroup.Core);
    }

    private void ReopenFor(string cause, Actor by)
    {
        MoveTo(IncidentState.Reopened);
        ClosedAt = null;
        Happened("reopened", by, FieldGroup.Core, fields: cause);
    }

    private static void CheckGuards(IReadOnlyList<Guard> guards)
    {
        string[] unmet = [.. guards.Where(guard => !guard.IsMet).Select(guard => guard.Code)];
        if (unmet.Length > 0)
        {
            throw new RuleBrokenException(IncidentRules.ClosureGuards, unmet);
        }
    }
}
