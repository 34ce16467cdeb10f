using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Pulse;

public enum PulseRoundState
{
    Planned,
    Open,
    Closed,
}

/// <summary>What a round does next by itself.</summary>
public enum PulseStep
{
    Invite,
    Remind,
    Close,
}

/// <summary>The moments of a round, in its employer's time zone.</summary>
/// <param name="RemindAt">Null where the round is too short for a reminder.</param>
public sealed record PulseTimes(DateTimeOffset OpensAt, DateTimeOffset InviteAt, DateTimeOffset? RemindAt, DateTimeOffset ClosesAt);

/// <summary>One asking of the survey at an employer, from a day to a day.</summary>
public sealed class PulseRound : IVersioned
{
    public const int NameLength = 200;
    public const int LinkKeyLength = 32;

    /// <summary>Where fewer were asked, an answer does not say that it comes from there.</summary>
    public const int SmallestUnit = 10;

    // Who was asked a moment ago needs no reminder.
    private static readonly TimeSpan ReminderAfter = TimeSpan.FromHours(12);

    private readonly List<PulseRoundUnit> _units = [];

    private PulseRound()
    {
    }

    public PulseRoundId Id { get; private init; }

    public EmployerId EmployerId { get; private init; }

    public string Name { get; private init; } = string.Empty;

    public DateOnly OpensOn { get; private init; }

    /// <summary>The last day.</summary>
    public DateOnly ClosesOn { get; private init; }

    public DateTimeOffset OpensAt { get; private init; }

    public DateTimeOffset InviteAt { get; private init; }

    public DateTimeOffset? RemindAt { get; private set; }

    public DateTimeOffset ClosesAt { get; private init; }

    /// <summary>When it next does something by itself; null when it is over.</summary>
    public DateTimeOffset? NextStepAt { get; private set; }

    public DateTimeOffset? InvitedAt { get; private set; }

    /// <summary>When its answers were mixed and its links made useless.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>What its numbers are drawn by; null until it is closed.</summary>
    public string? TableId { get; private set; }

    public string? KeyId { get; private set; }

    /// <summary>How many were asked.</summary>
    public int Invited { get; private set; }

    /// <summary>Tells links of this round from inventions, also when they have been used; it opens nothing.</summary>
    public byte[] LinkKey { get; private init; } = [];

    public long Version { get; private set; }

    public IReadOnlyList<PulseRoundUnit> Units => _units;

    public static PulseRound Create(
        PulseRoundId id, EmployerId employer, string name, DateOnly opensOn, DateOnly closesOn, IEnumerable<UnitId> units, PulseTimes times, byte[] linkKey)
    {
        var round = new PulseRound
        {
            Id = id,
            EmployerId = employer,
            Name = name,
            OpensOn = opensOn,
            ClosesOn = closesOn,
            OpensAt = times.OpensAt,
            InviteAt = times.InviteAt,
            RemindAt = times.RemindAt,
            ClosesAt = times.ClosesAt,
            NextStepAt = times.InviteAt,
            LinkKey = linkKey,
        };
        round._units.AddRange(units.Distinct().Select(unit => PulseRoundUnit.Create(id, unit)));
        return round;
    }

    public PulseRoundState StateAt(DateTimeOffset now) =>
        ClosedAt is not null || now >= ClosesAt ? PulseRoundState.Closed : now >= OpensAt ? PulseRoundState.Open : PulseRoundState.Planned;

    /// <summary>What is due now. A round whose end has come only closes, whatever it has missed.</summary>
    public PulseStep? StepAt(DateTimeOffset now) =>
        ClosedAt is not null ? null
        : now >= ClosesAt ? PulseStep.Close
        : InvitedAt is null ? now >= InviteAt ? PulseStep.Invite : null
        : RemindAt is { } at && now >= at ? PulseStep.Remind
        : null;

    public void Invite(int invited, DateTimeOffset now)
    {
        (Invited, InvitedAt) = (invited, now);
        RemindAt = RemindAt >= now + ReminderAfter ? RemindAt : null;
        NextStepAt = RemindAt ?? ClosesAt;
    }

    public void Remind() => (RemindAt, NextStepAt) = (null, ClosesAt);

    /// <param name="tableId">The perturbation table, and</param>
    /// <param name="keyId">the key, that its numbers are shown by from now on: others would be new noise for old answers.</param>
    public void Close(string tableId, string keyId, DateTimeOffset now) => (TableId, KeyId, ClosedAt, RemindAt, NextStepAt) = (tableId, keyId, now, null, null);
}

/// <summary>A unit that a round asks in, with everything below it.</summary>
public sealed class PulseRoundUnit
{
    private PulseRoundUnit()
    {
    }

    public PulseRoundId RoundId { get; private init; }

    public UnitId UnitId { get; private init; }

    internal static PulseRoundUnit Create(PulseRoundId round, UnitId unit) => new() { RoundId = round, UnitId = unit };
}
