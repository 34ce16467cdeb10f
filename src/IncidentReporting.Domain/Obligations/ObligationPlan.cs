using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Obligations;

/// <summary>Whom a duty or a mail is for, before it is resolved to persons.</summary>
public enum Party
{
    Manager,
    Deputy,
    NextManager,
    SafetyRepresentative,
    HeadSafetyRepresentative,
    Coordinator,
    Exposed,
    Owner,
}

/// <summary>One duty of a case as the rules say: what, until when, by whom and when it is spoken of. Found anew from the facts at every change.</summary>
/// <param name="Key">The duty's identity within its case: the rule, with the thing it is about where there can be several (<c>R19:id</c>).</param>
/// <param name="Owner">The person, where the fact itself names one (the owner of an action).</param>
/// <param name="IsInformation">The mails are the whole duty: done when the last of them is due.</param>
public sealed record ObligationPlan(
    string Key, string Rule, Guid? About, DateTimeOffset ClockStart, DateTimeOffset DueAt, Party Responsible, UserId? Owner,
    DateTimeOffset? DoneAt, DateTimeOffset? CancelledAt, bool IsInformation, IReadOnlyList<PlannedStep> Steps);

/// <summary>One time at which a duty is spoken of, already moved out of quiet hours.</summary>
/// <param name="Key">Unique within the duty, such as <c>remind:2</c> or <c>escalate:next_manager</c>.</param>
/// <param name="Immediate">Mailed at its time; else a manager gets it in the day's digest.</param>
public sealed record PlannedStep(string Key, DateTimeOffset At, StepKind Kind, Party To, bool Immediate);

public enum StepKind
{
    Reminder,
    Escalation,
    Information,
}
