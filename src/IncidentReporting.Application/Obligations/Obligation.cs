using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Obligations;

/// <summary>What a duty is about; stored as lower snake case.</summary>
public enum SubjectKind
{
    Case,
    MeasureRequest,
    Unit,
    UnitWatch,
}

/// <param name="IncidentId">The case, also where the duty is about a request that belongs to one.</param>
public sealed record ObligationSubject(EmployerId EmployerId, SubjectKind Kind, Guid Id, UnitId UnitId, IncidentId? IncidentId)
{
    public static ObligationSubject Of(Incident incident) => new(incident.EmployerId, SubjectKind.Case, incident.Id.Value, incident.UnitId, incident.Id);
}

/// <summary>A duty as stored: the plan of the latest change, and how far it has been spoken of.</summary>
public sealed class Obligation
{
    public const int KeyLength = 60;

    private Obligation()
    {
    }

    public Guid Id { get; private init; }

    public EmployerId EmployerId { get; private init; }

    public SubjectKind SubjectKind { get; private init; }

    public Guid SubjectId { get; private init; }

    public UnitId UnitId { get; private set; }

    public IncidentId? IncidentId { get; private init; }

    public string Key { get; private init; } = string.Empty;

    public string Rule { get; private init; } = string.Empty;

    public Guid? About { get; private set; }

    public DateTimeOffset ClockStart { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public Party ResponsibleParty { get; private set; }

    /// <summary>The person that the fact itself names, such as the owner of an action.</summary>
    public UserId? OwnerId { get; private set; }

    /// <summary>The responsible person; null where nobody holds the role.</summary>
    public UserId? ResponsibleUserId { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }

    public bool IsInformation { get; private set; }

    /// <summary>When the duty is next spoken of; null when it never is again.</summary>
    public DateTimeOffset? NextStepAt { get; private set; }

    /// <summary>Steps up to here have been taken.</summary>
    public DateTimeOffset? StepsTakenUntil { get; private set; }

    /// <summary>The steps as text; written and read by <see cref="StoredSteps"/>.</summary>
    public string Steps { get; private set; } = string.Empty;

    /// <summary>Counts the changes of the plan, so that a step is not taken by an old plan.</summary>
    public int Revision { get; private set; }

    public static Obligation From(ObligationPlan plan, ObligationSubject subject, UserId? responsible, DateTimeOffset now)
    {
        var obligation = new Obligation
        {
            Id = Guid.CreateVersion7(now),
            EmployerId = subject.EmployerId,
            SubjectKind = subject.Kind,
            SubjectId = subject.Id,
            IncidentId = subject.IncidentId,
            Key = plan.Key,
            Rule = plan.Rule,
        };
        obligation.Follow(plan, subject, responsible);
        return obligation;
    }

    /// <summary>Takes over what the plan says now.</summary>
    public void Follow(ObligationPlan plan, ObligationSubject subject, UserId? responsible)
    {
        var steps = StoredSteps.Write(plan.Steps);
        var isSame = steps == Steps && DueAt == plan.DueAt && DoneAt == plan.DoneAt && CancelledAt == plan.CancelledAt && ClockStart == plan.ClockStart
            && ResponsibleUserId == responsible && OwnerId == plan.Owner && UnitId == subject.UnitId && About == plan.About;
        if (isSame && Revision > 0)
        {
            return;
        }

        UnitId = subject.UnitId;
        About = plan.About;
        ClockStart = plan.ClockStart;
        DueAt = plan.DueAt;
        ResponsibleParty = plan.Responsible;
        OwnerId = plan.Owner;
        ResponsibleUserId = responsible;
        DoneAt = plan.DoneAt;
        CancelledAt = plan.CancelledAt;
        IsInformation = plan.IsInformation;
        Steps = steps;
        Revision++;
        NextStepAt = IsEnded ? null : plan.Steps.Where(step => StepsTakenUntil is null || step.At > StepsTakenUntil).Select(step => (DateTimeOffset?)step.At).Min();
    }

    /// <summary>The rule no longer finds the duty in the facts.</summary>
    public void Cancel(DateTimeOffset now)
    {
        if (IsEnded)
        {
            return;
        }

        CancelledAt = now;
        NextStepAt = null;
        Revision++;
    }

    /// <summary>What lies before <paramref name="now"/> counts as spoken of, as in data that is brought in.</summary>
    public void TakeStepsAsDone(DateTimeOffset now)
    {
        StepsTakenUntil = now;
        NextStepAt = IsEnded ? null : StoredSteps.Read(Steps).Where(step => step.At > now).Select(step => (DateTimeOffset?)step.At).Min();
    }

    /// <summary>pending, overdue, done or cancelled.</summary>
    public string StateAt(DateTimeOffset now) =>
        DoneAtAsOf(now) is not null ? "done"
        : CancelledAt is not null ? "cancelled"
        : DueAt < now ? "overdue"
        : "pending";

    /// <summary>When the duty was done; information is done when the last of its mails was due.</summary>
    public DateTimeOffset? DoneAtAsOf(DateTimeOffset now) => DoneAt ?? (IsInformation && CancelledAt is null && DueAt <= now ? DueAt : null);

    /// <summary>What is to be done.</summary>
    public string Title(string language) => RuleTitles.For(Rule, language);

    /// <summary>The law or policy that held when the clock started, with its reference.</summary>
    public string Ground(string language)
    {
        var ground = GroundOf();
        return $"{ground.Text(language)} ({ground.Reference})";
    }

    public Ground GroundOf() => Grounds.For(Rule, DateOnly.FromDateTime(ClockStart.UtcDateTime));

    private bool IsEnded => DoneAt is not null || CancelledAt is not null;
}
