using IncidentReporting.Domain.Codes;

namespace IncidentReporting.Domain.Pulse;

/// <summary>The survey: its questions in the order they are asked, read from the data file. Ids and codes are never used for anything else.</summary>
public static class PulseQuestions
{
    public static IReadOnlyList<PulseQuestion> All { get; } = [.. CodeFiles.ReadFile<QuestionFile>("Pulse", "questions").Questions.Select(Read)];

    public static PulseQuestion Exposure { get; } = Get("exposure");

    public static PulseQuestion Support { get; } = Get("support");

    public static PulseQuestion Prevention { get; } = Get("prevention");

    public static PulseQuestion LegalProtection { get; } = Get("legal_protection");

    public static PulseQuestion LegalKnowledge { get; } = Get("legal_knowledge");

    public static PulseQuestion MeasuresKnowledge { get; } = Get("measures_knowledge");

    public static PulseQuestion SupportKnowledge { get; } = Get("support_knowledge");

    public static PulseQuestion OffDutySafety { get; } = Get("off_duty_safety");

    public static PulseQuestion Influence { get; } = Get("influence");

    public static PulseQuestion OccupationalGroup { get; } = Get("occupational_group");

    public static PulseQuestion? Find(string id) => All.FirstOrDefault(question => question.Id == id);

    private static PulseQuestion Get(string id) => Find(id) ?? throw new InvalidOperationException($"The survey has no question {id}.");

    private static PulseQuestion Read(QuestionRow row)
    {
        PulseOption[] options = [.. row.Options.Select((option, place) => new PulseOption(option.Id, row.Several ? 1 << place : place + 1, new Wording(option.Sv, option.En)))];
        return new PulseQuestion(
            row.Id, new Wording(row.Sv, row.En), row.HintSv is null ? null : new Wording(row.HintSv, row.HintEn!), row.Several,
            Array.Find(options, option => option.Id == row.Excludes), Array.Find(options, option => option.Id == row.SkippedIs), row.OnlyIfExposed, options);
    }

    private sealed record QuestionFile(IReadOnlyList<QuestionRow> Questions);

    private sealed record QuestionRow(
        string Id, string Sv, string En, IReadOnlyList<OptionRow> Options, string? HintSv = null, string? HintEn = null,
        bool Several = false, string? Excludes = null, string? SkippedIs = null, bool OnlyIfExposed = false);

    private sealed record OptionRow(string Id, string Sv, string En);
}
