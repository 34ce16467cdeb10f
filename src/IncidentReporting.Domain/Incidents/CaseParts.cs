using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Incidents;

/// <summary>How the exercise of authority was influenced; the exposed person's own, shown to nobody else.</summary>
public sealed class Influence
{
    private Influence()
    {
    }

    public Guid Id { get; private init; }

    public Guid ExposedId { get; private init; }

    public string? Purpose => SealedPurpose?.Value;

    public CodeSet Outcomes => CodeSet.Of(SealedOutcomes);

    public string? Intervention => SealedIntervention?.Value;

    public DateTimeOffset At { get; private set; }

    private CaseText? SealedPurpose { get; set; }

    private CaseText? SealedOutcomes { get; set; }

    private CaseText? SealedIntervention { get; set; }

    internal static Influence Of(Guid exposedId, DateTimeOffset now) => new() { Id = OrderedId.New(now), ExposedId = exposedId };

    internal void Tell(string? purpose, CodeSet outcomes, string? intervention, DateTimeOffset now)
    {
        SealedPurpose = CaseText.From(purpose);
        SealedOutcomes = outcomes.AsText();
        SealedIntervention = CaseText.From(intervention);
        At = now;
    }
}

/// <summary>A note in the case: to all who read it, or among those who handle it.</summary>
public sealed class CaseNote
{
    private CaseNote()
    {
    }

    public Guid Id { get; private init; }

    public DateTimeOffset At { get; private init; }

    public UserId By { get; private init; }

    public CaseRole ByRole { get; private init; }

    public CaseText Text { get; private init; } = null!;

    /// <summary>case, handlers, or exposed for the manager's personal message.</summary>
    public string Audience { get; private init; } = "case";

    internal static CaseNote Write(CaseText text, string audience, Actor by) => new()
    {
        Id = OrderedId.New(by.Now),
        At = by.Now,
        By = by.Id,
        ByRole = by.Role,
        Text = text,
        Audience = audience,
    };
}

/// <summary>An earlier wording of a field that was corrected after submission.</summary>
public sealed class Correction
{
    private Correction()
    {
    }

    public Guid Id { get; private init; }

    public DateTimeOffset At { get; private init; }

    public UserId By { get; private init; }

    public string Field { get; private init; } = string.Empty;

    public CaseText? Before { get; private init; }

    internal static Correction Keep(string field, CaseText? before, Actor by) => new()
    {
        Id = OrderedId.New(by.Now),
        At = by.Now,
        By = by.Id,
        Field = field,
        Before = before,
    };
}
