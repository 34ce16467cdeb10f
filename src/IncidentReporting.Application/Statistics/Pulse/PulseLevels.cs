using IncidentReporting.Domain.Pulse;
using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Application.Statistics.Pulse;

/// <summary>The survey's questions as attributes of a table: their options are the categories. Support and influence are shown from 10.</summary>
internal static class PulseLevels
{
    /// <summary>Two questions, or a question and the occupational group.</summary>
    public const int Most = 2;

    private static readonly string[] Sensitive = ["support", "influence"];

    public static IReadOnlyList<(StatLevel Level, PulseQuestion Question)> All { get; } = [.. PulseQuestions.All.Select(question => (LevelOf(question), question))];

    /// <summary>Answers that are counted together, for the indicators; not asked for in tables.</summary>
    public static IReadOnlyList<StatLevel> Coarser { get; } =
    [
        StatLevel.Coarser(
            "exposure2", Of(PulseQuestions.Exposure).Attribute,
            ("exposed", ["threat_veiled", "threat_direct", "other_violation", "online_attack", "physical_violence"]), ("none", ["none"])),
        StatLevel.Coarser(
            "support2", Of(PulseQuestions.Support).Attribute, ("adequate", ["fully", "mostly"]), ("not_adequate", ["insufficient", "none"]), ("outside", ["not_wanted", "no_answer"])),
        StatLevel.Coarser(
            "legal_protection2", Of(PulseQuestions.LegalProtection).Attribute,
            ("strong", ["very_strong", "rather_strong"]), ("weak", ["very_weak", "rather_weak"]), ("no_opinion", ["no_opinion"])),
    ];

    public static PulseQuestion QuestionOf(StatLevel level) => All.First(one => one.Level.Attribute == level.Attribute).Question;

    /// <summary>A question, or answers of it counted together, by name.</summary>
    public static StatLevel Named(string name) => Coarser.FirstOrDefault(level => level.Name == name) ?? All.First(one => one.Level.Name == name).Level;

    public static StatLevel Of(PulseQuestion question) => All.First(one => one.Question == question).Level;

    /// <summary>The categories of a stored answer: several, one or, where the question was skipped, none.</summary>
    public static IEnumerable<int> CategoriesOf(StatLevel level, int stored)
    {
        var code = level.Attribute.IsMultiple ? stored : stored - 1;
        return Enumerable.Range(0, level.CategoryCount).Where(category => level.Has(code, category));
    }

    private static StatLevel LevelOf(PulseQuestion question)
    {
        string[] categories = [.. question.Options.Select(option => option.Id)];
        return StatLevel.Finest(new StatAttribute(
            Indicator: 0, question.Id, categories, question.Several ? 1 << categories.Length : categories.Length + 1, question.Several, Sensitive.Contains(question.Id)));
    }
}
