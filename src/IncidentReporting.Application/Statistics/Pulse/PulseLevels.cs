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

    public static PulseQuestion QuestionOf(StatLevel level) => All.First(one => one.Level == level).Question;

    public static StatLevel Of(PulseQuestion question) => All.First(one => one.Question == question).Level;

    /// <summary>The categories of a stored answer: several, one or, where the question was skipped, none.</summary>
    public static IEnumerable<int> CategoriesOf(StatLevel level, int stored)
    {
        var code = level.Attribute.IsMultiple ? stored : stored - 1;
        return Enumerable.Range(0, level.CategoryCount).Where(category => level.Attribute.Has(code, category));
    }

    private static StatLevel LevelOf(PulseQuestion question)
    {
        string[] categories = [.. question.Options.Select(option => option.Id)];
        return StatLevel.Finest(new StatAttribute(
            Indicator: 0, question.Id, categories, question.Several ? 1 << categories.Length : categories.Length + 1, question.Several, Sensitive.Contains(question.Id)));
    }
}
