using System.Text.Json.Serialization;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Api.Pulse;

/// <param name="OpensOn">The first day; in the employer's time zone, like the last.</param>
/// <param name="ClosesOn">The last day.</param>
/// <param name="UnitIds">Where to ask: each unit with everything below it.</param>
internal sealed record PulseRoundRequest(string? Name = null, DateOnly? OpensOn = null, DateOnly? ClosesOn = null, IReadOnlyList<UnitId>? UnitIds = null);

/// <summary>The options chosen, each question under its id; what is left out is not answered.</summary>
internal sealed record PulseAnswerRequest(
    IReadOnlyList<string>? Exposure = null,
    string? Support = null,
    string? Prevention = null,
    [property: JsonPropertyName("legal_protection")] string? LegalProtection = null,
    [property: JsonPropertyName("legal_knowledge")] string? LegalKnowledge = null,
    [property: JsonPropertyName("measures_knowledge")] string? MeasuresKnowledge = null,
    [property: JsonPropertyName("support_knowledge")] string? SupportKnowledge = null,
    [property: JsonPropertyName("off_duty_safety")] string? OffDutySafety = null,
    string? Influence = null,
    [property: JsonPropertyName("occupational_group")] string? OccupationalGroup = null)
{
    public override string ToString() => nameof(PulseAnswerRequest);

    public IReadOnlyDictionary<string, IReadOnlyList<string>> ByQuestion()
    {
        var chosen = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["exposure"] = Exposure ?? [] };
        foreach (var (question, option) in new[]
        {
            ("support", Support), ("prevention", Prevention), ("legal_protection", LegalProtection), ("legal_knowledge", LegalKnowledge),
            ("measures_knowledge", MeasuresKnowledge), ("support_knowledge", SupportKnowledge), ("off_duty_safety", OffDutySafety), ("influence", Influence),
            ("occupational_group", OccupationalGroup),
        })
        {
            chosen[question] = option is null ? [] : [option];
        }

        return chosen;
    }
}
