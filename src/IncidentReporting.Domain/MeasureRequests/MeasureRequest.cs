using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.MeasureRequests;

/// <summary>A safety representative's request for measures (arbetsmiljölagen 6 kap. 6 a §): confirmed at once, answered without delay.</summary>
public sealed class MeasureRequest : IVersioned
{
    public const int TextLength = 20_000;

    private MeasureRequest()
    {
    }

    public MeasureRequestId Id { get; private init; }

    public EmployerId EmployerId { get; private init; }

    public UnitId UnitId { get; private init; }

    /// <summary>The case that it comes from, where there is one.</summary>
    public IncidentId? IncidentId { get; private init; }

    public CaseText Text { get; private init; } = null!;

    public UserId RequestedBy { get; private init; }

    /// <summary>Also when the employer's written receipt was made.</summary>
    public DateTimeOffset RequestedAt { get; private init; }

    /// <summary>The date by which an answer is asked.</summary>
    public DateOnly AnswerBy { get; private init; }

    public CaseText? Answer { get; private set; }

    public UserId? AnsweredBy { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Whether the representative is content with the answer.</summary>
    public bool? Satisfied { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When the representative turned to Arbetsmiljöverket.</summary>
    public DateTimeOffset? ForwardedToAvAt { get; private set; }

    public long Version { get; private set; }

    public MeasureRequestFacts Facts => new(Id.Value, RequestedAt, AnswerBy, AnsweredAt, ClosedAt);

    public static MeasureRequest Create(
        EmployerId employer, UnitId unit, IncidentId? incident, CaseText text, DateOnly answerBy, UserId requestedBy, DateTimeOffset now) =>
        new()
        {
            Id = MeasureRequestId.New(now),
            EmployerId = employer,
            UnitId = unit,
            IncidentId = incident,
            Text = text,
            AnswerBy = answerBy,
            RequestedBy = requestedBy,
            RequestedAt = now,
        };

    public void GiveAnswer(CaseText answer, UserId by, DateTimeOffset now)
    {
        MeasureRequestRules.IsOpen.Check(ClosedAt is null);
        MeasureRequestRules.IsUnanswered.Check(AnsweredAt is null);
        Answer = answer;
        AnsweredBy = by;
        AnsweredAt = now;
    }

    public void Close(bool satisfied, DateTimeOffset now)
    {
        MeasureRequestRules.IsOpen.Check(ClosedAt is null);
        Satisfied = satisfied;
        ClosedAt = now;
    }

    /// <summary>Possible also after closing: who is not content may turn to the authority.</summary>
    public void Forward(DateTimeOffset at)
    {
        MeasureRequestRules.IsNotForwarded.Check(ForwardedToAvAt is null);
        ForwardedToAvAt = at;
    }
}
