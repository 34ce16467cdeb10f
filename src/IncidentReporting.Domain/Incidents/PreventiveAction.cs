using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Incidents;

/// <summary>Where a preventive action stands.</summary>
public enum ActionState
{
    Planned,
    Started,
    Done,
    Cancelled,
    HandedOver,
}

/// <summary>What is planned so that it does not happen again: who, until when, and later with what effect.</summary>
public sealed record ActionPlan(string Type, CaseText? Description, UserId Owner, DateOnly? DueOn, bool RepTookPart, DateOnly? ExpiresOn);

/// <summary>A preventive action with its owner, time and checked effect.</summary>
public sealed class PreventiveAction
{
    private static readonly Dictionary<ActionState, ActionState[]> Moves = new()
    {
        [ActionState.Planned] = [ActionState.Started, ActionState.Done, ActionState.Cancelled, ActionState.HandedOver],
        [ActionState.Started] = [ActionState.Done, ActionState.Cancelled, ActionState.HandedOver],
        [ActionState.Done] = [],
        [ActionState.Cancelled] = [],
        [ActionState.HandedOver] = [],
    };

    private PreventiveAction()
    {
    }

    public Guid Id { get; private init; }

    public string Type { get; private init; } = string.Empty;

    public CaseText? Description { get; private init; }

    public UserId OwnerId { get; private init; }

    public DateOnly? DueOn { get; private init; }

    public bool RepTookPart { get; private set; }

    /// <summary>The safety representative who stands behind the plan; null where none has said so.</summary>
    public UserId? CoSignedBy { get; private set; }

    public DateTimeOffset? CoSignedAt { get; private set; }

    public DateOnly? ExpiresOn { get; private init; }

    public DateTimeOffset PlannedAt { get; private init; }

    public ActionState State { get; private set; } = ActionState.Planned;

    public DateTimeOffset? DoneAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public CaseText? Reason { get; private set; }

    /// <summary>good, some, none or unclear, once checked.</summary>
    public string? Effect { get; private set; }

    public DateTimeOffset? EffectCheckedAt { get; private set; }

    /// <summary>The states that can follow.</summary>
    public IReadOnlyList<ActionState> Next => Moves[State];

    public bool IsSettled => State is ActionState.Done or ActionState.Cancelled or ActionState.HandedOver;

    internal static PreventiveAction Plan(ActionPlan plan, DateTimeOffset now) => new()
    {
        Id = OrderedId.New(now),
        Type = plan.Type,
        Description = plan.Description,
        OwnerId = plan.Owner,
        DueOn = plan.DueOn,
        RepTookPart = plan.RepTookPart,
        ExpiresOn = plan.ExpiresOn,
        PlannedAt = now,
    };

    internal void CoSign(Actor by)
    {
        IncidentRules.CoSignedOnce.Check(CoSignedAt is null);
        RepTookPart = true;
        CoSignedBy = by.Id;
        CoSignedAt = by.Now;
    }

    internal void Record(ActionState? state, string? effect, CaseText? reason, DateTimeOffset now)
    {
        IncidentRules.ActionStateOrder.Check(state is not { } wanted || wanted == State || Moves[State].Contains(wanted));
        IncidentRules.EffectAfterDone.Check(effect is null || (state ?? State) == ActionState.Done);
        if (state is { } next && next != State)
        {
            State = next;
            DoneAt = next == ActionState.Done ? now : DoneAt;
            EndedAt = next is ActionState.Cancelled or ActionState.HandedOver ? now : EndedAt;
        }

        Reason = reason ?? Reason;
        if (effect is not null)
        {
            Effect = effect;
            EffectCheckedAt = now;
        }
    }
}
