using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Pulse;

/// <summary>
/// One person's answers, without the person: no time, no link, and a random key, so that neither the row nor its place among the others leads to anybody.
/// It is written anew, with another key, when the round closes.
/// </summary>
public sealed class PulseAnswer
{
    private PulseAnswer()
    {
    }

    /// <summary>Random (version 4): the order of the keys is not the order of the answers.</summary>
    public Guid Id { get; private init; }

    public PulseRoundId RoundId { get; private init; }

    /// <summary>Null is the employer as a whole: where too few were asked in a unit, nothing says which.</summary>
    public UnitId? UnitId { get; private init; }

    /// <summary>The key that the answer is counted with; 32 bits.</summary>
    public long StatKey { get; private init; }

    /// <summary>The sum of the options' bits.</summary>
    public int Exposure { get; private init; }

    public int Support { get; private init; }

    public int Prevention { get; private init; }

    public int LegalProtection { get; private init; }

    public int LegalKnowledge { get; private init; }

    public int MeasuresKnowledge { get; private init; }

    public int SupportKnowledge { get; private init; }

    public int OffDutySafety { get; private init; }

    public int Influence { get; private init; }

    public int OccupationalGroup { get; private init; }

    /// <summary>The stored number of a question.</summary>
    public int this[PulseQuestion question] => question.Id switch
    {
        "exposure" => Exposure,
        "support" => Support,
        "prevention" => Prevention,
        "legal_protection" => LegalProtection,
        "legal_knowledge" => LegalKnowledge,
        "measures_knowledge" => MeasuresKnowledge,
        "support_knowledge" => SupportKnowledge,
        "off_duty_safety" => OffDutySafety,
        "influence" => Influence,
        "occupational_group" => OccupationalGroup,
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    public static PulseAnswer Of(PulseRoundId round, UnitId? unit, PulseSheet sheet, uint statKey) =>
        Of(round, unit, statKey, question => sheet[question]);

    /// <summary>The same answers under keys that nobody has seen before.</summary>
    public PulseAnswer Anew(uint statKey) => Of(RoundId, UnitId, statKey, question => this[question]);

    private static PulseAnswer Of(PulseRoundId round, UnitId? unit, uint statKey, Func<PulseQuestion, int> code) => new()
    {
        Id = Guid.NewGuid(),
        RoundId = round,
        UnitId = unit,
        StatKey = statKey,
        Exposure = code(PulseQuestions.Exposure),
        Support = code(PulseQuestions.Support),
        Prevention = code(PulseQuestions.Prevention),
        LegalProtection = code(PulseQuestions.LegalProtection),
        LegalKnowledge = code(PulseQuestions.LegalKnowledge),
        MeasuresKnowledge = code(PulseQuestions.MeasuresKnowledge),
        SupportKnowledge = code(PulseQuestions.SupportKnowledge),
        OffDutySafety = code(PulseQuestions.OffDutySafety),
        Influence = code(PulseQuestions.Influence),
        OccupationalGroup = code(PulseQuestions.OccupationalGroup),
    };
}
